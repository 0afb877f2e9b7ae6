import { expect, type Page, test } from "@playwright/test";
import { recordAudit } from "@/lib/audit/record";
import { db, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { crampedNames, paperWidth } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

const widths = [1366, 360];

/** Four Tibetan names in one, thirty Latin letters in one word, as many as a name may have. */
const long = ["洛绒扎西·次仁多吉·格桑旺堆·阿旺曲珍", "Abcdefghijklmnopqrstuvwxyzabcd", "得荣".repeat(25)];

test("U01: long names of people wrap and push nothing out of sight", async ({ page }) => {
  test.setTimeout(120_000);
  const mark = newId().slice(-6);
  const { id, enrolments } = await make.examined({ people: long.length });
  for (const [place, enrolmentId] of enrolments.entries()) await rename(enrolmentId, `${long[place]}`.slice(0, 50));
  const trainer = await make.trainer(`${long[0]}${mark}`);
  await signInAs(page, "BASE_DIRECTOR");

  for (const address of [
    ...["roster", "marks", "completion", "exam", "applications", "counted", "history"].map(
      (tab) => `/cohorts/${id}/${tab}`,
    ),
    "/trainees",
    "/trainers",
    `/trainers/${trainer.id}`,
    "/schedule?by=trainer",
  ])
    await expectRoom(page, address);
  for (const paper of [`roster?cohort=${id}`, `completions?cohort=${id}`])
    await expectOnPaper(page, `/print/reports/${paper}`);
});

test("U01: long names of projects wrap and push nothing out of sight", async ({ page }) => {
  test.setTimeout(120_000);
  // A year before the aid began: no sum of the demo data holds it.
  const { id: projectId } = await make.project({
    on: day("2008-01-05"),
    name: "得荣县瓦卡镇子庚村至白松镇日麦村通村公路路面硬化及太阳能提灌站高标准农田配套建设工程",
  });
  await make.plan(2008);
  await make.sum("appropriation", projectId, "1", "2008-03-01");
  await signInAs(page, "AID_OFFICER");

  for (const address of [
    "/fund/projects?year=2008",
    "/fund/appropriations?year=2008",
    `/fund/appropriations?year=2008&project=${projectId}`,
    `/fund/projects/${projectId}`,
    `/fund/projects/${projectId}/history`,
  ])
    await expectRoom(page, address);
});

/** On a wide page and a narrow one: no scrolling of the page sideways, and no name squeezed into a column of single characters. */
async function expectRoom(page: Page, address: string) {
  const answer = await page.goto(address);
  expect([address, answer?.status()]).toEqual([address, 200]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([address, width, Math.max(0, over), await crampedNames(page)]).toEqual([address, width, 0, []]);
  }
}

/** Nothing runs past the edge of A4 on its side. */
async function expectOnPaper(page: Page, address: string) {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: paperWidth, height: 680 });
  await page.goto(address);
  const right = await page.locator("table").evaluate((table) => table.getBoundingClientRect().right);
  expect([address, Math.max(paperWidth, Math.floor(right))]).toEqual([address, paperWidth]);
  await page.emulateMedia({ media: "screen" });
}

async function rename(enrolmentId: string, name: string) {
  const { traineeId } = await db.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: { traineeId: true },
  });
  await transaction(async (tx) => {
    await tx.trainee.update({ where: { id: traineeId }, data: { name }, select: { id: true } });
    await recordAudit(tx, make.actor(), "trainee.edit", { type: "trainee", id: traineeId, after: { name } });
  });
}
