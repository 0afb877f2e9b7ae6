import { expect, type Page, test } from "@playwright/test";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { signInAs } from "@/tests/support/sign-in";

const states = ["DRAFT", "SUBMITTED", "APPROVED", "IN_PROGRESS", "EXAM", "CLOSED"] as const;
const tabs = ["", "/roster", "/applications", "/timetable", "/completion"];
const forms = ["/edit", "/walk-in", "/roster/several", "/timetable/copy", "/timetable/generate", "/marks", "/exam"];

/** Whether a page stands in the place of its form: it says why, offers a way back and sends nothing. */
const isClosed = async (page: Page) =>
  (await page.locator("main .empty a[href]").count()) > 0 &&
  (await page.locator('main [name="submissionKey"]').count()) === 0;

for (const role of ["BASE_STAFF", "BASE_DIRECTOR"] as const) {
  test(`issue 8.3: no page of a cohort offers ${role} a form that would refuse whoever opened it`, async ({ page }) => {
    test.setTimeout(240_000);
    await signInAs(page, role);

    for (const state of states) {
      const { id } = await make.cohort({ state, startsOn: day("2018-08-22") });
      const offered = new Set<string>();
      for (const tab of tabs) {
        await page.goto(`/cohorts/${id}${tab}`);
        const links = await page.locator("main a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
        for (const href of links)
          if (forms.some((form) => href === `/cohorts/${id}${form}`)) offered.add(href as string);
      }
      for (const form of forms) {
        const path = `/cohorts/${id}${form}`;
        await page.goto(path);
        if (await isClosed(page)) expect([state, form, offered.has(path)]).toEqual([state, form, false]);
        else expect([state, form, await page.locator("main form, main .empty").count()]).not.toEqual([state, form, 0]);
      }
    }
  });
}

for (const [state, refused] of [
  ["CLOSED", forms],
  ["SUBMITTED", ["/edit", "/marks", "/exam"]],
  ["EXAM", ["/edit", "/walk-in", "/roster/several", "/exam"]],
] as const) {
  test(`issue 8.3: opened by hand, the forms of a cohort in ${state} say why and lead back`, async ({ page }) => {
    await signInAs(page, "BASE_DIRECTOR");
    const { id } = await make.cohort({ state, startsOn: day("2018-08-22") });

    for (const form of refused) {
      await page.goto(`/cohorts/${id}${form}`);
      expect([form, await isClosed(page)]).toEqual([form, true]);
    }
  });
}
