import { expect, type Page, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { addDays } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { expectTold } from "@/tests/support/pages";
import { inClass, marksOf, roll } from "@/tests/support/rolls/scene";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

// R45: both lessons of yesterday are free to be corrected, whatever hour the test is run at.
const yesterday = addDays(stage.today, -1);
const ahead = addDays(stage.today, 30);
const afternoon = { startsAt: "14:00", endsAt: "17:00", classroomNumber: null };
const cell = (page: Page, row: number, lesson: number) =>
  page.locator(".roll-grid tbody tr").nth(row).locator("td.lesson").nth(lesson).locator("input");
const save = (page: Page) => page.getByRole("button", { name: "保存改动" });

async function opened(page: Page, people = 3) {
  const scene = await inClass({ people, days: [yesterday, ahead] });
  const [morning, later] = scene.lessons as [string, string];
  const { id: second } = await make.lesson({ cohorts: [scene.id], day: yesterday, ...afternoon });
  const rows = await db.trainee.findMany({
    where: { id: { in: scene.people } },
    orderBy: [{ sortName: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  await signInAs(page);
  await page.goto(`/cohorts/${scene.id}/attendance`);
  await expect(cell(page, 0, 0)).toBeVisible();
  return { ...scene, rows: rows as [Row, Row, Row], lessons: [morning, second, later] as const };
}
type Row = { id: string; name: string };

/** Ctrl+V of what a spreadsheet puts on the clipboard. */
const pasteInto = (page: Page, row: number, lesson: number, block: string) =>
  cell(page, row, lesson).evaluate((input, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, block);

test("U17: arrows go about, keys set marks, 全到 fills a lesson, and only what was changed is saved", async ({
  page,
}) => {
  const { rows, lessons } = await opened(page);
  const [one, two, three] = rows;

  await cell(page, 0, 0).focus();
  await page.keyboard.press("v");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("2");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("o");
  await expect(cell(page, 0, 0)).toHaveValue("√");
  await expect(cell(page, 1, 0)).toHaveValue("迟");
  await expect(cell(page, 1, 1)).toHaveValue("○");
  // The lesson ahead is no input.
  await expect(cell(page, 0, 2)).toHaveCount(0);
  await page.keyboard.press("q");
  await expect(cell(page, 1, 1)).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("o");
  await page
    .getByRole("button", { name: /全部记到/ })
    .last()
    .click();
  await expect(page.getByText("改了 5 格，还没有保存")).toBeVisible();
  await save(page).click();

  await expectTold(page, "考勤表已保存：2 节课记下 5 格");
  expect(await marksOf(lessons[0])).toEqual({ [one.id]: "PRESENT", [two.id]: "LATE" });
  expect(await marksOf(lessons[1])).toEqual({ [one.id]: "PRESENT", [two.id]: "ABSENT", [three.id]: "PRESENT" });
  await expect(page.getByText("没有改动", { exact: false })).toBeVisible();
});

test("U17: a block of Excel is pasted; what is no mark is named by row and column and stays to be mended", async ({
  page,
}) => {
  const { rows, lessons } = await opened(page);

  await pasteInto(page, 0, 0, "√\t迟到\t√\r\n请假\t\r\n病\t○\r\n√\t√\r\n");

  await expect(page.getByText("已贴入 5 格")).toContainText("1 格不能填");
  await expect(page.getByText("已贴入 5 格")).toContainText("2 格超出表外");
  await expect(page.locator(".wrong")).toContainText(`${rows[1].name} ${yesterday.slice(5)} 09:00 “请假”`);
  await save(page).click();
  await expect(page.locator('[data-field="changes"]')).toContainText("什么都没有保存");
  await expect(cell(page, 1, 0)).toHaveValue("请假");
  expect(await marksOf(lessons[0])).toEqual({});

  await cell(page, 1, 0).focus();
  await page.keyboard.press("4");
  await save(page).click();

  await expectTold(page, "记下 5 格");
  expect(Object.values(await marksOf(lessons[0])).sort()).toEqual(["PERSONAL_LEAVE", "PRESENT", "SICK_LEAVE"]);
});

test("I36: a cell that another changed meanwhile stands below with both marks", async ({ page }) => {
  const { rows, lessons } = await opened(page);
  await roll(make.actor(), lessons[0], { [rows[0].id]: "ABSENT" });

  await cell(page, 0, 0).focus();
  await page.keyboard.press("v");
  await save(page).click();

  await expectTold(page, "1 格待处理");
  await expect(page.locator("#pending tbody tr")).toContainText("别人已先记");
  await expect(cell(page, 0, 0)).toHaveValue("○");
});

test("U35: nothing is set or moved while a Chinese word is being composed", async ({ page }) => {
  await opened(page);
  await cell(page, 0, 0).focus();

  for (const key of ["v", "ArrowDown", "Enter"])
    await cell(page, 0, 0).evaluate((input, pressed) => {
      input.dispatchEvent(
        new KeyboardEvent("keydown", { key: pressed, isComposing: true, bubbles: true, cancelable: true }),
      );
    }, key);

  await expect(cell(page, 0, 0)).toHaveValue("");
  await expect(cell(page, 0, 0)).toBeFocused();
});

test("R45: a lesson of more than two days ago asks for the reason", async ({ page }) => {
  const { lesson } = await inClass({ people: 1, days: [addDays(stage.today, -9)] });
  const cohort = await db.lessonCohort.findFirstOrThrow({ where: { lessonId: lesson }, select: { cohortId: true } });
  await signInAs(page);
  await page.goto(`/cohorts/${cohort.cohortId}/attendance`);
  await cell(page, 0, 0).focus();
  await page.keyboard.press("v");
  await save(page).click();
  await expect(page.locator('[data-field="reason"]')).toContainText("请填写原因");
  await expect(cell(page, 0, 0)).toHaveValue("√");

  await page.getByLabel("原因").fill("纸质签到表补记");
  await save(page).click();

  await expectTold(page, "1 格待处理");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("U17: the sheet is read as sums, and each lesson leads to its roll", async ({ page }) => {
    const { id, lesson } = await inClass({ people: 2, days: [addDays(stage.today, -1)] });
    await signInAs(page);
    await page.goto(`/cohorts/${id}/attendance`);

    await expect(page.locator("input.cell")).toHaveCount(0);
    await expect(save(page)).toHaveCount(0);
    await page.getByText("逐课点名").click();
    await page.locator(".roll-links").getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`/schedule/lessons/${lesson}/roll$`));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
