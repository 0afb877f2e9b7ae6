import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { roles } from "@/lib/auth/permissions";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import { addressOf, listRoutes, paperWidth } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

const printed = listRoutes().filter(({ path }) => path.startsWith("/print"));

const ofCohort = ["roster", "completions", "cohort-report", "timetable", "attendance", "arrivals", "no-shows", "calls"];
const ofDay = ["sign-in-sheet"];
const ofLesson = ["lesson-sheet"];
const ofToday = ["trainers"];
const ofYear = ["year-report", "year-completions"];
const ofPeriod = ["classroom-use", "classroom-heat"];
const ofFund = ["ledger", "appropriations", "disbursements", "progress", "revenues", "outside", "differences"];
/** Read on the screen and taken as a file only. */
const notPrinted = ["audit", "access", "own-data"];

const papers: Record<string, string[]> = {
  "/print/reports/[printed]": [
    ...ofCohort.map((kind) => `/print/reports/${kind}?cohort=[cohortId]`),
    ...ofDay.map((kind) => `/print/reports/${kind}?cohort=[cohortId]&day=2018-08-22`),
    ...ofLesson.map((kind) => `/print/reports/${kind}?lesson=[lessonId]`),
    ...ofToday.map((kind) => `/print/reports/${kind}`),
    ...ofYear.map((kind) => `/print/reports/${kind}?year=2018`),
    ...ofPeriod.map((kind) => `/print/reports/${kind}?from=2018-08-01&to=2018-08-31`),
  ],
  "/print/fund/[fundReport]": ofFund.map((kind) => `/print/fund/${kind}?year=2018`),
  "/print/fund": ["/print/fund?year=2018", "/print/fund?year=2016&category=HEALTH"],
  "/print/trainees/[traineeId]": ["/print/trainees/[traineeId]"],
  "/print/schedule": [
    "/print/schedule?week=2018-W34",
    ...["day", "trainer", "cohort", "month"].map((by) => `/print/schedule?day=2018-08-22&by=${by}`),
    ...["room-7", "trainer-[trainerId]", "cohort-[cohortId]"].map((of) => `/print/schedule?day=2018-08-22&of=${of}`),
    ...["room-7", "trainer-[trainerId]"].map((of) => `/print/schedule?day=2018-08-22&by=month&of=${of}`),
  ],
};

/** The kinds of reports that have words, in the file of reports or shared by their subject; no bundler gathers them here. */
function kindsInWords(): string[] {
  const folder = join(import.meta.dirname, "../../lib/wording/zh-CN");
  return readdirSync(folder).flatMap((file) => {
    const words = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return Object.keys((file === "report.json" ? words.kinds : words.shared?.report?.kinds) ?? {});
  });
}

test("U39: whatever is printed is a route that writes plain HTML, and each is looked at here", () => {
  const files = readdirSync(join(import.meta.dirname, "../../app/print"), { recursive: true, encoding: "utf8" });

  expect(files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith("route.ts"))).toEqual([]);
  expect(
    [...ofCohort, ...ofDay, ...ofLesson, ...ofToday, ...ofYear, ...ofPeriod, ...ofFund, ...notPrinted].sort(),
  ).toEqual(kindsInWords().sort());
  expect(printed.map(({ path }) => path).sort()).toEqual(Object.keys(papers).sort());
});

for (const { path, permission, granted } of printed) {
  test(`U15, U39: ${path} has no script, loses nothing at the edge and keeps the end together`, async ({ page }) => {
    const role = roles.find((one) => permission && granted(one, permission));
    await signInAs(page, role);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: paperWidth, height: 680 });

    for (const paper of papers[path] ?? []) {
      const answer = await page.goto(addressOf(paper, await recordsOfTheDemo()));
      const html = (await answer?.text()) ?? "";
      const { tables, cut } = await page.evaluate(() => {
        const widths = [...document.querySelectorAll("table")].map((table) => table.getBoundingClientRect().right);
        const cells = [...document.querySelectorAll("td, th")].filter(
          (cell) => cell.scrollWidth > cell.clientWidth + 1,
        );
        return { tables: widths, cut: cells.map((cell) => cell.textContent) };
      });

      expect([paper, answer?.status(), /<script|javascript:| on[a-z]+=/i.test(html)]).toEqual([paper, 200, false]);
      expect([paper, tables.length > 0, tables.filter((right) => right > paperWidth + 1), cut]).toEqual([
        paper,
        true,
        [],
        [],
      ]);
      expect([paper, html.includes("<tfoot")]).toEqual([paper, false]);
    }
  });
}

test("R76: a day that cannot be shown is not printed as another: the page that says why comes instead", async ({
  page,
}) => {
  await signInAs(page, "AID_OFFICER");

  await page.goto("/print/fund?asOf=2018-02-30");

  await expect(page).toHaveURL(/\/fund\?asOf=2018-02-30$/);
  await expect(page.getByRole("main")).toContainText("统计截止 2018-02-30 不能用");
});

test("U15: the week's paper gives the name of each classroom one line", async ({ page }) => {
  await signInAs(page);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: paperWidth, height: 680 });

  await page.goto("/print/schedule?week=2018-W34");

  const lines = await page
    .locator("table")
    .first()
    .locator("tbody td:first-child")
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return [cell.textContent, new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size];
      }),
    );
  expect(lines).toHaveLength(11);
  expect(lines.filter(([, count]) => count !== 1)).toEqual([]);
});
