import { expect, test } from "vitest";
import { noteArrivals } from "@/lib/arrival/commands";
import { listFindings } from "@/lib/cohort/queries/findings";
import { db } from "@/lib/database/db";
import { listRosterAndWaiting } from "@/lib/enrolment/queries/roster";
import { findToday } from "@/lib/today/queries/page";
import { listTrainees } from "@/lib/trainee/queries/list";
import { traineeFilter } from "@/lib/trainee/schema";
import { addDays, type Day, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { inClass, roll } from "@/tests/support/rolls/scene";

const total = async (query: Record<string, string>) => (await listTrainees(traineeFilter.parse(query))).total;

test("R24, R27: one person twice is two 人次 and one person; off the base counts apart; the linked lists repeat the figures", async () => {
  const [one, two] = [await make.cohort(), await make.cohort()];
  const outside = await make.cohort({ atBase: false, place: "扎格村" });
  const nextYear = await make.cohort({ startsOn: day("2019-01-07") });
  const { traineeId } = await make.enrolment(one.id);
  await make.enrolment(two.id, { traineeId });
  await make.enrolment(one.id);
  await make.enrolment(one.id, { state: "CANCELLED" });
  await make.enrolment(outside.id);
  await make.enrolment(nextYear.id);

  const { heads, year } = await findToday(make.actor());

  expect(year.held).toBe(3);
  expect(heads).toEqual({ headcount: 2, repeated: 1, outside: 1, approved: 2 });
  expect(await total({ trained: "2018", heldAt: "BASE" })).toBe(heads.headcount);
  expect(await total({ trained: "2018", heldAt: "OUTSIDE" })).toBe(heads.outside);
});

test("U29: training days, lessons of the day and applications of a cohort come with it, cancelled ones left out", async () => {
  const cohort = await make.cohort({ startsOn: day("2018-08-20"), endsOn: day("2018-08-24") });
  await make.lesson({ day: day("2018-08-21"), cohorts: [cohort.id] });
  await make.lesson({ day: day("2018-08-22"), cohorts: [cohort.id] });
  await make.lesson({ day: day("2018-08-23"), cohorts: [cohort.id] });
  await make.application(cohort.id);
  await make.application(cohort.id, { approvalNeeded: ["LATE"] });

  const found = (await findToday(make.actor("BASE_STAFF", day("2018-08-22")))).cohorts;

  expect(found.find(({ id }) => id === cohort.id)).toMatchObject({
    trainingDays: 3,
    trainingDay: 2,
    lessonsToday: 1,
    firstLesson: "09:00",
    applied: 1,
    exceptions: 1,
    unfinished: 2,
  });
});

test.each([
  ["2018-10-08", "2018-09-28"],
  ["2018-09-25", "2018-09-19"],
  ["2018-08-27", "2018-08-22"],
])("R59: 今日 and the opening page count the same calendar: start %s, last day %s", async (startsOn, last) => {
  const start = day(startsOn);
  const { id } = await make.cohort({ startsOn: start, endsOn: addDays(start, 20) });

  const found = (await findToday(make.actor("BASE_STAFF", day("2018-08-22")))).cohorts;
  const filedLate = async (on: Day) => (await listFindings(id, on)).some(({ name }) => name === "FILED_LATE");

  expect(found.find((cohort) => cohort.id === id)?.filing).toBe(last);
  expect(await filedLate(day(last))).toBe(false);
  expect(await filedLate(addDays(day(last), 1))).toBe(true);
});

test("R26: who neither arrived nor was present is counted, and named to who may say that they never came", async () => {
  const { id, enrolments, people, lesson } = await inClass({ people: 3 });
  const on = day("2018-08-22");
  const staff = make.actor("BASE_STAFF", on);
  await noteArrivals(staff, { cohortId: id, enrolmentIds: [enrolments[0]?.id as string], day: day("2018-08-07") });
  await roll(staff, lesson, { [people[1] as string]: "LATE", [people[2] as string]: "ABSENT" });
  const seenBy = async (role: "BASE_STAFF" | "COUNTY_REVIEWER" | "AID_OFFICER") =>
    (await findToday(make.actor(role, on))).cohorts.find((cohort) => cohort.id === id);
  const { name } = await db.trainee.findUniqueOrThrow({ where: { id: people[2] as string }, select: { name: true } });

  expect(await seenBy("BASE_STAFF")).toMatchObject({ absent: 1, absentNames: [name] });
  expect(await seenBy("COUNTY_REVIEWER")).toMatchObject({ absent: 1, absentNames: [] });
  expect(await seenBy("AID_OFFICER")).toMatchObject({ absent: 1, absentNames: [] });
});

test("U29: who missed the last two rolls without leave is counted, named to staff, and flagged on the roster", async () => {
  const { id, people, lessons } = await inClass({ people: 2, days: [day("2018-08-07"), day("2018-08-08")] });
  const [away, ill] = people as [string, string];
  const staff = make.actor("BASE_STAFF", day("2018-08-22"));
  for (const [n, lesson] of lessons.entries())
    await roll(staff, lesson, { [away]: "ABSENT", [ill]: n === 0 ? "ABSENT" : "SICK_LEAVE" });
  const { name } = await db.trainee.findUniqueOrThrow({ where: { id: away }, select: { name: true } });

  const found = (await findToday(staff)).cohorts.find((cohort) => cohort.id === id);
  expect(found).toMatchObject({ away: 1, awayNames: [name] });
  const { roster } = await listRosterAndWaiting(id, "zh-CN");
  expect(roster.filter(({ staysAway }) => staysAway).map(({ traineeId }) => traineeId)).toEqual([away]);
  const other = await findToday(make.actor("AID_OFFICER", day("2018-08-22")));
  expect(other.cohorts.find((cohort) => cohort.id === id)?.awayNames).toEqual([]);
});
