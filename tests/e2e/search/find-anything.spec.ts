import { expect, test } from "@playwright/test";
import { addDays, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { field } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test("U06, U35: a cohort is found by its number and opened by keys alone", async ({ page }) => {
  const { id, number } = await make.cohort({ startsOn: addDays(stage.today, 9) });
  await signInAs(page);
  await page.goto("/today");
  const box = page.getByRole("search").getByRole("combobox");

  // The key does something once the script runs.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await box.clear();
  await page.keyboard.type(number);
  const group = page.getByRole("listbox").getByRole("group", { name: "班期 1 项" });
  await expect(group.getByRole("option")).toHaveText(new RegExp(number));
  await page.keyboard.press("ArrowDown");
  await expect(group.getByRole("option")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(new RegExp(`/cohorts/${id}`));
});

test("U06: Escape closes the list and keeps the words; Enter leads to the page of all answers", async ({ page }) => {
  const title = `氆氇${crypto.randomUUID().slice(0, 6)}`;
  for (let n = 0; n < 6; n++) await make.cohort({ startsOn: addDays(stage.today, 9 + n), title });
  await signInAs(page);
  await page.goto("/today");
  const box = page.getByRole("search").getByRole("combobox");

  await box.fill(title);
  await expect(page.getByRole("option")).toHaveCount(6);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(box).toHaveValue(title);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 2 })).toHaveText("班期 6 项");
  await page.getByRole("link", { name: "全部班期（6 项）" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("6");
  await expect(page.getByRole("table").getByRole("link", { name: title })).toHaveCount(6);
});

test("R94: an aid officer finds a project and no person, also not by a full number", async ({ page }) => {
  const { traineeId, name } = await stage.enrolled((await make.cohort({ startsOn: addDays(stage.today, 30) })).id);
  // Letters alone: figures at its end might be a number somebody has begun to type (R95).
  const project = `提灌站${crypto.randomUUID().replace(/[^a-f]/g, "")}`;
  const { id } = await make.project({ on: day("2018-08-20"), name: project });
  await signInAs(page, "AID_OFFICER");
  await page.goto("/fund");
  const box = page.getByRole("search").getByRole("combobox");

  await box.fill(name);
  await expect(page.getByText(`没有找到“${name}”`).first()).toBeVisible();
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await box.fill("138 1234 5678");
  await expect(page.getByText("没有找到“138 1234 5678”").first()).toBeVisible();
  const answer = await page.request.get(`/search/hits?person=${traineeId}`);
  expect([answer.status(), await answer.json()]).toEqual([200, { hits: [] }]);
  await page.goto("/search");
  await field(page, "q").fill("138 1234 5678");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "学员资料由基地和县级审核员查看" })).toBeVisible();
  expect(page.url()).toMatch(/\/search\?number=nowhere$/);
  await page.getByRole("search").getByRole("combobox").fill(project);
  await page.getByRole("listbox").getByRole("option").filter({ hasText: project }).click();

  await expect(page).toHaveURL(new RegExp(`/fund/projects/${id}`));
});

test("R95: a full number typed into the box leads to its person and stands in no address", async ({ page }) => {
  const { id, idNumber } = await stage.trainee();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await signInAs(page);
  await page.goto("/today");

  await page.getByRole("search").getByRole("combobox").fill(idNumber);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(new RegExp(`/trainees/${id}`));
  expect(asked.filter((address) => address.includes(idNumber.slice(0, 8)))).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("U06: the page of the search lists what was found by groups, and each answer leads on", async ({ page }) => {
    const title = `唐卡${crypto.randomUUID().slice(0, 6)}`;
    const { id, number } = await make.cohort({ startsOn: day("2018-11-05"), title });
    const { id: courseId } = await make.course({ name: `${title} 五级` });
    await signInAs(page);
    await page.goto("/today");

    await page.getByRole("search").getByRole("combobox").fill(title);
    await page.keyboard.press("Enter");

    await expect(page.getByRole("heading", { level: 2 })).toHaveText(["班期 1 项", "课程 1 项"]);
    await expect(page.getByRole("main").locator(`a[href="/courses/${courseId}"]`)).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: number }).click();
    await expect(page).toHaveURL(new RegExp(`/cohorts/${id}`));
  });

  test("U06: where nothing is found the page says what can be looked for, on a phone too", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signInAs(page, "AUDITOR");
    await page.goto("/admin");

    await page.getByRole("link", { name: "查找" }).click();
    await field(page, "q").fill("没有这个词");
    await page.keyboard.press("Enter");

    await expect(page.getByText("没有找到“没有这个词”")).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: "建设地点" })).toBeVisible();
    await expect(page.getByRole("term").filter({ hasText: "学员" })).toHaveCount(0);
  });

  test("R95: without script too a full number leads to its person", async ({ page }) => {
    const { id, idNumber } = await stage.trainee();
    await signInAs(page);
    await page.goto("/search");

    await field(page, "q").fill(idNumber);
    await page.keyboard.press("Enter");

    await expect(page).toHaveURL(new RegExp(`/trainees/${id}`));
  });
});
