import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { roles } from "@/lib/auth/permissions";
import { reports } from "@/lib/report/queries/list";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import { addressOf, listRoutes } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

const printed = listRoutes().filter(({ path }) => path.startsWith("/print"));

/** What each report of these routes is asked by. */
const queries: Record<string, string> = {
  roster: "cohort=[cohortId]",
  completions: "cohort=[cohortId]",
  "cohort-report": "cohort=[cohortId]",
};
const papersIn = (permission: string, folder: string) =>
  reports
    .filter((report) => report.permission === permission)
    .map(({ kind }) => `${folder}/${kind}?${queries[kind] ?? "year=2018"}`);
const papers: Record<string, string[]> = {
  "/print/reports/[printed]": papersIn("report:export", "/print/reports"),
  "/print/fund/[fundReport]": papersIn("fund:export", "/print/fund"),
  "/print/fund": ["/print/fund?year=2018", "/print/fund?year=2016&category=HEALTH"],
  "/print/schedule": ["/print/schedule?week=2018-W34", "/print/schedule?week=2018-W34&by=trainer"],
};

test("U39: whatever is printed is a route that writes plain HTML, and each is looked at here", () => {
  const files = readdirSync(join(import.meta.dirname, "../../app/print"), { recursive: true, encoding: "utf8" });

  expect(files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith("route.ts"))).toEqual([]);
  expect(printed.map(({ path }) => path).sort()).toEqual(Object.keys(papers).sort());
});

for (const { path, permission, granted } of printed) {
  test(`U15, U39: ${path} has no script, loses nothing at the edge and keeps the end together`, async ({ page }) => {
    const role = roles.find((one) => permission && granted(one, permission));
    await signInAs(page, role);
    await page.emulateMedia({ media: "print" });
    // A4 on its side less its margins.
    await page.setViewportSize({ width: Math.floor((269 / 25.4) * 96), height: 680 });

    for (const paper of papers[path] ?? []) {
      const answer = await page.goto(addressOf(paper, await recordsOfTheDemo()));
      const html = (await answer?.text()) ?? "";
      const { width, tables, cut } = await page.evaluate(() => {
        const widths = [...document.querySelectorAll("table")].map((table) => table.getBoundingClientRect().right);
        const cells = [...document.querySelectorAll("td, th")].filter(
          (cell) => cell.scrollWidth > cell.clientWidth + 1,
        );
        return { width: window.innerWidth, tables: widths, cut: cells.map((cell) => cell.textContent) };
      });

      expect([paper, answer?.status(), /<script|javascript:| on[a-z]+=/i.test(html)]).toEqual([paper, 200, false]);
      expect([paper, tables.length > 0, tables.filter((right) => right > width + 1), cut]).toEqual([
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
