import { expect, test } from "vitest";
import { planDraftOf, wishOf } from "@/components/lesson/generate/draft";
import { findCohort } from "@/lib/cohort/queries/record";
import { bookLesson } from "@/lib/lesson/commands/book";
import { generateTimetable } from "@/lib/lesson/commands/generate";
import { listCohortsToLay } from "@/lib/lesson/queries/cohorts-to-lay";
import { findGenerated } from "@/lib/lesson/queries/generate";
import { listLessonsOfCohort } from "@/lib/lesson/queries/timetable";
import { type GenerateWish, generateQuery } from "@/lib/lesson/schema/generate";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
const autumn = { startsOn: day("2018-09-27"), endsOn: day("2018-10-12") };

/** A draft of a course of 8 and 20 课时 that begins four days before the holidays of October, and what its plan wishes for. */
async function planned(change: Partial<GenerateWish> = {}, cohort: Parameters<typeof make.cohort>[0] = {}) {
  const { id: courseId } = await make.course({ theoryPeriods: 8, practicePeriods: 20 });
  const { id } = await make.cohort({ state: "DRAFT", courseId, ...autumn, ...cohort });
  const { id: trainerId } = await make.trainer();
  const draft = planDraftOf({}, { firstDay: autumn.startsOn, theoryTitle: "理论", practiceTitle: "实操" });
  const asked = { ...draft, practiceTrainerId: trainerId, practiceClassroomNumber: "3" };
  return { id, trainerId, asks: { ...generateQuery.parse(wishOf(asked, true)), ...change } };
}

const planOf = async (id: string, asks: GenerateWish) =>
  findGenerated((await findCohort(id)) as NonNullable<Awaited<ReturnType<typeof findCohort>>>, asks);

type Plan = Awaited<ReturnType<typeof planOf>>;
/** What the form of the preview sends. */
const ticked = (cohortId: string, asks: GenerateWish, { lessons }: Plan) => {
  const { weekdays: _, slots: __, order: ___, firstDay: ____, holidays, ...of } = asks;
  const slots = lessons.map(({ kind, day, startsAt, endsAt }) => ({ kind, day, startsAt, endsAt }));
  return {
    ...{ cohortId, ...of },
    lessons: slots.filter((slot) => !holidays.includes(slot.day)),
    holidayLessons: slots.filter((slot) => holidays.includes(slot.day)),
  };
};
const said = (lessons: readonly { day: string; startsAt: string; kind: string }[]) =>
  lessons.map(({ day, startsAt, kind }) => `${day.slice(5)} ${startsAt} ${kind}`);

test("generator: the course's plan is laid out over the working days, and all of it is booked and noted", async () => {
  const { id, asks } = await planned();

  const plan = await planOf(id, asks);

  // 29 and 30 September were worked for the holidays; the first week of October was off.
  expect(said(plan.lessons)).toEqual([
    ...["09-27 09:00 THEORY", "09-27 14:30 PRACTICE", "09-28 09:00 THEORY", "09-28 14:30 PRACTICE"],
    ...["09-29 09:00 PRACTICE", "09-29 14:30 PRACTICE", "09-30 09:00 PRACTICE"],
  ]);
  expect(plan).toMatchObject({ laid: { THEORY: 8, PRACTICE: 20 }, short: { THEORY: 0, PRACTICE: 0 } });
  expect(await generateTimetable(actor, ticked(id, asks, plan))).toEqual({ count: 7 });
  const lessons = await listLessonsOfCohort(id);
  expect(said(lessons)).toEqual(said(plan.lessons));
  expect(lessons.map(({ title, classroom }) => [title, classroom?.number])).toContainEqual(["理论", 3]);
  const ids = lessons.map((lesson) => lesson.id);
  expect(await sql("app", "SELECT verb FROM audit_entries WHERE subject_id = ANY ($1::text[])", [ids])).toEqual(
    ids.map(() => ({ verb: "lesson.book" })),
  );
});

test("generator: what stands counts, and a plan that stands leaves nothing to lay", async () => {
  const { id, trainerId, asks } = await planned({ practiceClassroomNumber: 8, theoryClassroomNumber: 8 });
  await bookLesson(actor, await wish(id, { day: day("2018-09-27"), trainerId, classroomNumber: 8, kind: "THEORY" }));

  const plan = await planOf(id, asks);
  expect(plan).toMatchObject({ stands: { THEORY: 4, PRACTICE: 0 }, laid: { THEORY: 4, PRACTICE: 20 } });
  expect(said(plan.lessons)[0]).toBe("09-27 14:30 PRACTICE");
  await generateTimetable(actor, ticked(id, asks, plan));

  expect((await planOf(id, asks)).lessons).toEqual([]);
});

test("generator: what one kind has too much of is not laid of the other", async () => {
  const { id, trainerId, asks } = await planned({ practiceClassroomNumber: 9, theoryClassroomNumber: 9 });
  for (const [on, startsAt, endsAt] of [
    ["2018-09-27", "09:00", "12:00"],
    ["2018-09-27", "14:30", "17:30"],
    ["2018-09-28", "09:00", "12:00"],
  ] as const)
    await bookLesson(
      actor,
      await wish(id, { day: day(on), startsAt, endsAt, trainerId, classroomNumber: 9, kind: "THEORY" }),
    );

  expect(await planOf(id, asks)).toMatchObject({ stands: { THEORY: 12 }, laid: { THEORY: 0, PRACTICE: 16 } });
});

test("generator: sent twice at the same moment it books once; one lesson in the way and none is booked", async () => {
  const { id, asks } = await planned({ practiceClassroomNumber: 4, theoryClassroomNumber: 4 });
  const sent = ticked(id, asks, await planOf(id, asks));

  const answers = await Promise.allSettled([1, 2].map(() => generateTimetable(make.actor(), sent)));
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await listLessonsOfCohort(id)).toHaveLength(7);

  const other = await planned({ practiceClassroomNumber: 4, theoryClassroomNumber: 4 });
  const laid = generateTimetable(actor, ticked(other.id, other.asks, { ...(await planOf(id, asks)), lessons: [] }));
  await expect(laid).rejects.toMatchObject({ field: "lessons", figures: { case: "NO_LESSONS" } });
  const mine = { theoryTrainerId: other.trainerId, practiceTrainerId: other.trainerId };
  const clash = generateTimetable(actor, { ...sent, ...mine, cohortId: other.id });
  await expect(clash).rejects.toMatchObject({
    refusal: "CLASSROOM_TAKEN",
    figures: { title: "理论", day: "2018-09-27", startsAt: "09:00", otherTitle: "理论" },
  });
  expect(await listLessonsOfCohort(other.id)).toEqual([]);
});

test("U18: leave and another cohort's lesson are named and passed over, and their 课时 come later", async () => {
  const { id, trainerId, asks } = await planned({ practiceClassroomNumber: 5, theoryClassroomNumber: 5 });
  const { id: theoryTrainerId } = await make.trainer();
  await make.leave(theoryTrainerId, day("2018-09-27"));
  const other = await make.cohort(autumn);
  const noon = { day: day("2018-09-28"), startsAt: "14:30", endsAt: "17:30" };
  const taken = await bookLesson(actor, await wish(other.id, { ...noon, trainerId, classroomNumber: 1 }));

  const plan = await planOf(id, { ...asks, theoryTrainerId });

  const inTheWay = plan.lessons.filter(({ obstacle }) => obstacle?.onLeave || obstacle?.lesson);
  expect(said(inTheWay)).toEqual(["09-27 09:00 THEORY", "09-28 14:30 PRACTICE"]);
  expect(inTheWay.map(({ obstacle }) => obstacle?.lesson?.id)).toEqual([undefined, taken.id]);
  expect(plan.laid).toEqual({ THEORY: 8, PRACTICE: 20 });
  expect(plan.lessons.at(-1)?.day).toBe("2018-10-08");
});

test("U18: a holiday is left out by name until it is taken in, and is then booked with its tick", async () => {
  const { id, asks } = await planned(
    { practiceClassroomNumber: 6, theoryClassroomNumber: 6 },
    { endsOn: day("2018-10-02") },
  );
  const lacking = { ...asks, firstDay: day("2018-09-30"), weekdays: [1, 2, 3, 4, 5] };

  const without = await planOf(id, lacking);
  expect(without.holidays.map(({ day, name }) => [day, name])).toEqual([
    ["2018-10-01", "国庆节"],
    ["2018-10-02", "国庆节"],
  ]);
  expect(without).toMatchObject({ short: { THEORY: 4, PRACTICE: 16 }, enoughBy: "2018-10-10" });

  const taken = { ...lacking, holidays: [day("2018-10-01")] };
  const plan = await planOf(id, taken);
  expect(said(plan.lessons)).toEqual([
    ...["09-30 09:00 THEORY", "09-30 14:30 PRACTICE", "10-01 09:00 THEORY", "10-01 14:30 PRACTICE"],
  ]);
  const sent = ticked(id, taken, plan);
  const unseen = { ...sent, lessons: [...sent.lessons, ...sent.holidayLessons], holidayLessons: [] };
  await expect(generateTimetable(actor, unseen)).rejects.toMatchObject({ lists: { HOLIDAY: ["2018-10-01 国庆节"] } });
  expect(await generateTimetable(actor, sent)).toEqual({ count: 4 });
});

test("R37: a classroom with too few seats takes no lesson of the plan", async () => {
  const { id, asks } = await planned({}, { seats: 45 });

  const plan = await planOf(id, asks);

  expect(plan.laid).toEqual({ THEORY: 0, PRACTICE: 0 });
  expect(plan.lessons.every(({ lacksSeats }) => lacksSeats)).toBe(true);
});

test("generator: the list of cohorts names those whose plan is not whole", async () => {
  const { id, asks } = await planned({ practiceClassroomNumber: 7, theoryClassroomNumber: 7 });
  const listed = async () => (await listCohortsToLay(day("2018-09-27"))).find((cohort) => cohort.id === id);
  expect(await listed()).toMatchObject({ planned: 28, stands: 0 });

  await generateTimetable(actor, ticked(id, asks, await planOf(id, asks)));

  expect(await listed()).toBeUndefined();
});

test("generator: times that overlap, and none at all, are asked for again", () => {
  const draft = planDraftOf({}, { firstDay: autumn.startsOn, theoryTitle: "理论", practiceTitle: "实操" });
  const trainer = "00000000-0000-7000-8000-000000000000";
  const asked = { ...draft, practiceTrainerId: trainer, practiceClassroomNumber: "3" };
  const faults = (change: Partial<typeof asked>) =>
    generateQuery.safeParse(wishOf({ ...asked, ...change }, true)).error?.issues.map(({ path }) => path[0]);

  expect(faults({})).toBeUndefined();
  expect(faults({ amTo: "15:00" })).toEqual(["slots"]);
  expect(faults({ am: undefined, pm: undefined })).toEqual(["slots"]);
  expect(faults({ practiceClassroomNumber: "", weekdays: [] })).toEqual([
    ...["weekdays", "theoryClassroomNumber", "practiceClassroomNumber"],
  ]);
  expect(generateQuery.safeParse(wishOf({ ...asked, practiceClassroomNumber: "" }, false)).success).toBe(true);
});
