import { expect, test } from "vitest";
import { findCohort } from "@/lib/cohort/queries/record";
import { db } from "@/lib/database/db";
import { findFacts } from "@/lib/enrolment/queries/facts";
import { listOpenCohorts as listToChoose } from "@/lib/enrolment/queries/open-cohorts";
import { findToday } from "@/lib/today/queries/page";
import { type Day, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const week = { startsOn: day("2018-08-24"), endsOn: day("2018-08-28") };

/** What each reader says of one cohort: its page, the rules of enrolment, the table of today. */
async function said(id: string, today: Day = day("2018-08-27")) {
  const page = (await findCohort(id))?.trainingDays;
  const rules = (await findFacts(db, id, []))?.cohort.trainingDays;
  const row = (await findToday(make.actor("BASE_STAFF", today))).cohorts.find((one) => one.id === id);
  return { page, rules, today: [row?.trainingDay, row?.trainingDays] };
}

test("R26, R34: the training days are those of the lessons, each once", async () => {
  const { id } = await make.cohort({ ...week, timetabled: false, state: "DRAFT" });
  await make.lesson({ cohorts: [id], day: day("2018-08-27"), startsAt: "09:00", endsAt: "12:00" });
  await make.lesson({ cohorts: [id], day: day("2018-08-27"), startsAt: "14:00", endsAt: "17:00" });
  await make.lesson({ cohorts: [id], day: day("2018-08-25") });
  const { id: cancelled } = await make.lesson({ cohorts: [id], day: day("2018-08-28") });
  await make.cancelLesson(cancelled);

  const days = ["2018-08-25", "2018-08-27"];
  expect(await said(id)).toEqual({ page: days, rules: days, today: [2, 2] });
});

test("R26: without lessons they are Monday to Friday, both ends with them", async () => {
  const { id } = await make.cohort({ ...week, state: "DRAFT" });

  const days = ["2018-08-24", "2018-08-27", "2018-08-28"];
  expect(await said(id)).toEqual({ page: days, rules: days, today: [2, 3] });
});

test("R34: a cohort within a weekend has its first day", async () => {
  const { id } = await make.cohort({ startsOn: day("2018-08-25"), endsOn: day("2018-08-26"), state: "DRAFT" });

  expect(await said(id)).toEqual({ page: ["2018-08-25"], rules: ["2018-08-25"], today: [1, 1] });
});

test("R34: a cohort of one training day is offered on that day and not on the next", async () => {
  const { id } = await make.cohort({ ...week, state: "IN_PROGRESS" });
  await make.lesson({ cohorts: [id], day: week.startsOn });
  const isOffered = async (today: string) =>
    (await listToChoose({ today: day(today) })).some((cohort) => cohort.id === id);

  expect([await isOffered("2018-08-24"), await isOffered("2018-08-25")]).toEqual([true, false]);
});
