import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test("R94, R102: an aid officer is refused every page and route about people, and each knock is noted", async ({
  page,
}) => {
  const cohort = await make.cohort({ startsOn: day("2018-10-22") });
  const { traineeId, name } = await stage.enrolled(cohort.id);
  const { id: accountId } = await signInAs(page, "AID_OFFICER");
  const addresses = [
    "/trainees",
    `/trainees/${traineeId}`,
    `/trainees/lookup?q=${encodeURIComponent(name)}`,
    "/cohorts",
    `/cohorts/${cohort.id}/roster`,
    `/cohorts/${cohort.id}/roster/hits?q=${encodeURIComponent(name)}`,
  ];

  for (const address of addresses) {
    const answer = await page.request.get(address);
    expect([address, answer.status()]).toEqual([address, 403]);
    expect(await answer.text()).not.toContain(name);
  }

  const noted = await db.accessEntry.findMany({ where: { accountId }, select: { verb: true, field: true } });
  expect(noted.map(({ verb }) => verb)).toEqual(addresses.map(() => "refused"));
});

test("R94: an aid officer sees today's figures without a name and no way to people", async ({ page }) => {
  await signInAs(page, "AID_LEADER");

  await page.goto("/today");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("今日工作台");
  await expect(page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "学员" })).toHaveCount(0);
});
