import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import { locales } from "@/lib/wording/messages";
import { demoAccounts } from "@/prisma/seed/accounts";
import { leadCohort } from "@/prisma/seed/cohort-story";
import { demoCohorts } from "@/prisma/seed/cohorts";
import { teachCourses } from "@/prisma/seed/course-story";
import { demoPerson } from "@/prisma/seed/people";
import type { Cast } from "@/prisma/seed/story";
import * as make from "@/tests/support/make";
import { oddlyTold } from "@/tests/support/told";

test("U31: all that happens to a cohort until it is closed is told by labels and in words, in every language", async () => {
  const roles = new Map(demoAccounts.map(({ username, role }) => [username, make.actor(role)]));
  const cast: Cast = (username, today) => ({ ...(roles.get(username) ?? make.actor()), today });
  const villages = (await db.village.findMany({ orderBy: { code: "asc" }, select: { code: true } })).map(
    ({ code }) => code,
  );
  const [plan] = demoCohorts;
  if (!plan) throw new Error("the demo has no cohort");

  const courses = await teachCourses(cast("yangjin", plan.applied));
  let n = 0;
  await leadCohort(cast, plan, {
    courses,
    next: (female, poor) => demoPerson(n++, female, poor, villages),
    today: day("2018-08-22"),
  });

  for (const locale of locales()) {
    const { changes, odd } = await oddlyTold(locale);
    expect(changes).toBeGreaterThan(300);
    expect(odd).toEqual([]);
  }
}, 120_000);
