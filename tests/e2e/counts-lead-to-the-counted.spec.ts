import { expect, type Page, test } from "@playwright/test";
import { day } from "@/lib/value/calendar";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import * as make from "@/tests/support/make";
import { wan } from "@/tests/support/money/rows";
import { addressOf } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

const pages = [
  ...["/today", "/cohorts", "/trainees", "/courses", "/reports", "/reports/completions?year=2018"],
  ...["/cohorts/[cohortId]", "/cohorts/[cohortId]/roster", "/cohorts/[openCohortId]", "/cohorts/[submittedCohortId]"],
  ...[
    "/schedule",
    "/schedule?by=trainer",
    "/schedule?by=month",
    "/trainers",
    "/trainees/[traineeId]",
    "/cohorts/new?course=[courseId]",
  ],
];

type Link = { href: string; text: string };

test("U04: every count of 今日, cohorts, trainees and reports leads to a page that lists or repeats exactly it", async ({
  page,
}) => {
  // Some 120 pages in one browser: a limit for what hangs, on a slow machine too.
  test.setTimeout(600_000);
  await signInAs(page, "BASE_DIRECTOR");
  const ids = await recordsOfTheDemo();
  const wrong: string[] = [];
  const followed = new Set<string>();

  for (const start of pages.map((path) => addressOf(path, ids))) {
    for (const link of await countsOf(page, start)) {
      const key = `${link.href} ${link.text}`;
      if (followed.has(key)) continue;
      followed.add(key);
      if (!(await leadsThere(page, start, link))) wrong.push(`${start}: ${link.text} → ${link.href}`);
    }
  }

  expect(wrong).toEqual([]);
  expect(followed.size).toBeGreaterThan(25);
});

test("U04, R94: no count leads the aid office to a page that refuses it, and a month's count to what waits in that month", async ({
  page,
}) => {
  const { id } = await make.project({ on: day("2010-01-05") });
  for (const datedOn of ["2010-05-05", "2010-05-09", "2010-06-09"])
    await make.money("appropriation", { projectId: id, amount: wan("1"), datedOn, state: "SUBMITTED" });
  await signInAs(page, "AID_LEADER");
  const wrong: string[] = [];

  for (const start of ["/today", "/courses", "/fund/months?year=2010"])
    for (const link of await countsOf(page, start))
      if (!(await leadsThere(page, start, link))) wrong.push(`${start}: ${link.text} → ${link.href}`);

  expect(wrong).toEqual([]);
});

async function countsOf(page: Page, start: string): Promise<Link[]> {
  await page.goto(start);
  return page
    .locator("main a.fig")
    .evaluateAll((all) => all.map((a) => ({ href: a.getAttribute("href") ?? "", text: a.textContent ?? "" })));
}

/** Other errands run meanwhile: a count that has changed since it was read is followed anew; one that stands must be repeated. */
async function leadsThere(page: Page, start: string, link: Link): Promise<boolean> {
  await page.goto(link.href.startsWith("#") ? start : link.href);
  if (await isRepeated(page, link)) return true;
  const now = (await countsOf(page, start)).filter(({ href }) => href === link.href);
  if (now.some(({ text }) => text === link.text)) return false;
  for (const changed of now) if (!(await leadsThere(page, start, changed))) return false;
  return true;
}

/** In a title as 学员(71), as a sum of the page, as the rows it counts, or in the line that explains it. */
async function isRepeated(page: Page, { href, text }: Link): Promise<boolean> {
  const [number = ""] = /[\d,]+(\.\d+)?/.exec(text) ?? [];
  const main = page.locator("main");
  const place = href.split("#")[1];
  const rows = place ? await main.locator(`[data-counted="${place}"]`).count() : 0;
  if (rows > 0) return String(rows) === number;
  const heads = await main.locator("h1, h2").allTextContents();
  if (heads.some((head) => head.includes(`(${number})`))) return true;
  const sums = await main
    .locator("[data-sum], tfoot td, .facts dd, #figures dd, .sheet-note, .sheet-head p")
    .allTextContents();
  return sums.some((said) => new RegExp(`(?<![\\d,.])${number.replace(".", "\\.")}(?![\\d.]|,\\d)`).test(said));
}
