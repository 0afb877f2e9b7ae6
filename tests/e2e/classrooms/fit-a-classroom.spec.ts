import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { expectTold, field } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test("U30: equipment is noted on the classroom's page, where its week leads on to a booking", async ({ page }) => {
  await signInAs(page);
  await page.goto("/classrooms/11?week=2018-W36");

  const form = page.getByRole("form", { name: "登记设备" });
  await form.locator('[name="equipment"]').selectOption("PROJECTOR");
  await form.locator('[name="count"]').fill("2");
  await form.getByRole("button", { name: "保存" }).click();

  await expectTold(page, "教室设备已登记");
  await expect(page.locator(".facts")).toContainText("投影仪 2");
  await page.goto("/classrooms/11?week=2018-W36");
  await page.locator("#week .free").first().click();
  await expect(page).toHaveURL(/\/schedule\/book\?classroom=11&day=2018-09-03&half=am/);
});

test("U08: practice in a classroom that lacks what the course needs stands apart and is booked with a tick", async ({
  page,
}) => {
  const onDay = day(`${await stage.yearOfItsOwn()}-05-11`);
  const { id: courseId } = await make.course({ practiceKinds: ["BEAUTY"], practiceEquipment: ["BEAUTY_BED"] });
  const cohort = await make.cohort({ courseId, startsOn: onDay });
  const { id: trainerId } = await make.trainer("措姆");
  const wanted = new URLSearchParams({ cohort: cohort.id, title: "面部护理", trainer: trainerId, day: onDay });
  await signInAs(page);
  await page.goto(`/schedule/book?${wanted}&classroom=7`);

  const rooms = field(page, "classroomNumber");
  await expect(rooms.locator("> option", { hasText: "110" })).toHaveCount(1);
  await expect(rooms.locator('optgroup[label="缺：美容教室、美容床"] option', { hasText: "107" })).toHaveCount(1);
  await page.getByRole("button", { name: "排入课表" }).click();

  const tick = page.locator('[data-warnings="ROOM_LACKS"]');
  await expect(tick).toContainText("107 木作缺美容教室、美容床");
  await tick.getByRole("checkbox").check();
  await page.getByRole("button", { name: "排入课表" }).click();
  await expectTold(page, "这节课已排入课表");
  expect(await db.lesson.count({ where: { trainerId, classroomNumber: 7 } })).toBe(1);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a free classroom is found by what is needed, and booked from there", async ({ page }) => {
    await signInAs(page);
    await page.goto("/schedule/free?from=2018-09-03");

    await field(page, "periods").selectOption("2");
    await field(page, "kind").selectOption("COOKING");
    await page.getByRole("button", { name: "筛选" }).click();

    await expect(page.locator("main tbody tr")).toHaveCount(1);
    await page.locator("main tbody tr td a").first().click();
    await expect(field(page, "classroomNumber")).toHaveValue("9");
    await expect(field(page, "day")).toHaveValue(/^2018-09-/);
  });

  test("U24: a period that is none is said, and the figures of this month stand instead", async ({ page }) => {
    await signInAs(page);
    await page.goto("/schedule/use?from=2018-08-31&to=2018-08-01");

    await expect(page.locator("main .banner")).toContainText("起止日期不对");
    await expect(field(page, "from")).toHaveValue("2018-08-01");
    await expect(page.locator("main tfoot").first()).toContainText("合计");
    await expect(page.locator(".heat tbody tr")).toHaveCount(11);
  });
});
