import { expect, type Page, test } from "@playwright/test";
import type { Role } from "@/prisma/generated/enums";
import { violationsOf } from "@/tests/support/axe";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import { addressOf, complaintsOf, crampedNames, listPages, piledCells } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

const wide = { width: 1366, height: 768 };
const narrow = { width: 360, height: 740 };

/** What is dark differs from what is light in its colours and in nothing else; npm test looks at each page wide and light, narrow and dark. */
const [light, dark] = [
  ["light", "everything"],
  ["dark", "colours"],
] as const;
type Visit = readonly [size: typeof wide, look: typeof light | typeof dark];
const all: Visit[] = [wide, narrow].flatMap((size) => [light, dark].map((look): Visit => [size, look]));
const visits: Visit[] = process.env.TEST_LONG
  ? all
  : [
      [wide, light],
      [narrow, dark],
    ];

test.use({ reducedMotion: "reduce" });

for (const { path, role } of listPages()) {
  test(`U38: ${path} as ${role}`, async ({ page }) => {
    await signInAs(page, role);
    await expectSound(page, addressOf(path, await recordsOfTheDemo()));
  });
}

const others: [role: Role | null, address: string][] = [
  [null, "/sign-in"],
  ["COUNTY_REVIEWER", "/today"],
  ["AID_LEADER", "/today"],
  ["SEC_ADMIN", "/admin"],
  ["SYS_ADMIN", "/admin"],
  ["AUDITOR", "/admin"],
  ["SYS_ADMIN", "/admin/parameters/seats_skill"],
  ["BASE_DIRECTOR", "/admin/parameters/year_capacity"],
  ["SYS_ADMIN", "/admin/dictionaries?kind=TRAINEE_CATEGORY"],
  ["SYS_ADMIN", "/admin/dictionaries/ETHNICITY/99"],
  ["SYS_ADMIN", "/admin/calendar?year=2026"],
  ["SEC_ADMIN", "/admin/accounts?q=nobodyofthisname"],
  ["AUDITOR", "/admin/access?kind=EXPORT"],
  ["BASE_STAFF", "/m/attendance/[lessonId]"],
  ["BASE_DIRECTOR", "/trainees?q=nobodyofthisname"],
  ["BASE_DIRECTOR", "/search?q=2018"],
  ["AID_OFFICER", "/search?q=nobodyofthisname"],
  ["BASE_STAFF", "/trainees/[traineeId]?enrol=next"],
  ["BASE_STAFF", "/cohorts/[openCohortId]/roster?who=[traineeId]"],
  ["COUNTY_REVIEWER", "/cohorts/[submittedCohortId]"],
  ["BASE_STAFF", "/cohorts/[draftCohortId]"],
  ["BASE_STAFF", "/cohorts/[draftCohortId]/timetable/copy?from=[cohortId]"],
  ["BASE_STAFF", "/cohorts/[draftCohortId]/timetable/generate?[plan]"],
  ["BASE_STAFF", "/cohorts/[cohortId]/timetable/several?act=cancel&lesson=[lessonId]"],
  ["BASE_STAFF", "/cohorts/[openCohortId]/timetable"],
  ["AUDITOR", "/cohorts/[cohortId]/roster"],
  ["BASE_STAFF", "/schedule?by=trainer"],
  ["BASE_STAFF", "/schedule?by=cohort"],
  ["BASE_STAFF", "/schedule?by=month"],
  ["AUDITOR", "/schedule?by=day&day=2018-08-22&of=room-7"],
  ["AUDITOR", "/schedule?by=day&day=2019-01-01"],
  ["TRAINER", "/schedule/feeds"],
  ["AID_OFFICER", "/fund/approvals"],
  ["AID_LEADER", "/fund/approvals"],
  ["AID_LEADER", "/fund/disbursements/[waitingRecordId]"],
  ["AID_OFFICER", "/fund/disbursements/[recordId]"],
  ["AID_OFFICER", "/fund/plans/[planId]"],
  ["AID_OFFICER", "/fund/projects/[projectId]"],
  ["AID_OFFICER", "/fund/months?year=2018"],
  ["AUDITOR", "/fund/differences?year=2018"],
  ["AID_OFFICER", "/fund/plans/new"],
  ["AID_OFFICER", "/fund/revenues/new"],
  ["AID_OFFICER", "/fund/outside/new"],
  ["AID_OFFICER", "/fund/progress/new?project=[projectId]"],
];

for (const [role, address] of others) {
  test(`U38: ${address} as ${role ?? "nobody"}`, async ({ page }) => {
    if (role) await signInAs(page, role);
    await expectSound(page, addressOf(address, await recordsOfTheDemo()));
  });
}

test("U38: a page that is not there and one that is not allowed say so in the same frame", async ({ page }) => {
  await signInAs(page);

  const missing = await page.goto("/trainees/00000000-0000-7000-8000-000000000000");
  expect(missing?.status()).toBe(404);
  expect(await violationsOf(page)).toEqual([]);
  const refused = await page.goto("/admin/checks");
  expect(refused?.status()).toBe(403);
  expect(await violationsOf(page)).toEqual([]);
});

for (const address of ["/today", "/trainees", "/cohorts/[cohortId]/roster", "/schedule", "/trainees/new"]) {
  test(`U38: ${address} at twice the size, and with the largest text of the account`, async ({ page }) => {
    await signInAs(page);
    await page.goto(addressOf(address, await recordsOfTheDemo()));

    // A browser that enlarges by 200 % has half the room.
    await page.setViewportSize({ width: wide.width / 2, height: wide.height / 2 });
    expect(await overflowOf(page)).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);

    await page.setViewportSize(wide);
    await page.evaluate(() => document.documentElement.setAttribute("data-size", "largest"));
    expect(await overflowOf(page)).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
  });
}

/** One visit, two looks, and all four in test:long: light and dark, wide and narrow. */
async function expectSound(page: Page, address: string) {
  const complaints = complaintsOf(page);
  await page.emulateMedia({ colorScheme: "light" });
  const answer = await page.goto(address, { waitUntil: "load" });

  expect(answer?.status()).toBe(200);
  await expect(page).toHaveTitle(/.+ - 青羊·得荣就业扶贫公共实训基地$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);

  for (const [size, [colorScheme, of]] of visits) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    // A chart measures its place anew after the window has changed.
    await expect.poll(async () => ({ size, overflow: await overflowOf(page) })).toEqual({ size, overflow: [] });
    expect({ size, cramped: await crampedNames(page) }).toEqual({ size, cramped: [] });
    expect({ size, piled: await piledCells(page) }).toEqual({ size, piled: [] });
    const violations = await violationsOf(page, of);
    expect({ size, colorScheme, violations }).toEqual({ size, colorScheme, violations: [] });
  }
  expect(complaints).toEqual([]);
}

/** What stands out of the page to the right, where the page can be scrolled sideways. */
const overflowOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .filter((element) => element.checkVisibility() && !scrolls(element.parentElement))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .slice(0, 5);
  });
