import { expect, test } from "vitest";
import { takeRoll } from "@/lib/attendance/commands/take";
import { findRoll } from "@/lib/attendance/queries/roll";
import { db } from "@/lib/database/db";
import { markNoShow } from "@/lib/enrolment/commands/leave";
import { transfer } from "@/lib/enrolment/commands/transfer";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { inClass, marksOf, pendingOf, roll, versionsOf } from "@/tests/support/rolls/scene";

test("R44: a roll is taken whole, each mark once, and sent again changes nothing", async () => {
  const { lesson, people } = await inClass();
  const [first, second] = people as [string, string];
  const staff = make.actor();

  const taken = await roll(staff, lesson, { [first]: "PRESENT", [second]: "ABSENT" });
  const again = await roll(staff, lesson, { [first]: "PRESENT", [second]: "ABSENT" });

  expect(taken).toMatchObject({ taken: 2, pending: 0, versions: { [first]: 1, [second]: 1 } });
  expect(again).toMatchObject({ taken: 0, pending: 0, versions: { [first]: 1, [second]: 1 } });
  expect(await marksOf(lesson)).toEqual({ [first]: "PRESENT", [second]: "ABSENT" });
});

test("R44: no mark of a lesson that has not begun", async () => {
  const { lesson, people } = await inClass({ days: [day("2037-08-07")] });

  await expect(roll(make.actor(), lesson, { [people[0] as string]: "PRESENT" })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    figures: { case: "LESSON_AHEAD", day: "2037-08-07" },
  });
  expect(await marksOf(lesson)).toEqual({});
});

test("R44: a stranger on the roll refuses the whole, and nothing is half written", async () => {
  const { lesson, people } = await inClass();
  const stranger = (await make.trainee()).id;

  await expect(
    roll(make.actor(), lesson, { [people[0] as string]: "PRESENT", [stranger]: "PRESENT" }),
  ).rejects.toMatchObject({ refusal: "INPUT_WRONG", figures: { case: "NOT_IN_LESSON", row: 2 } });
  expect(await marksOf(lesson)).toEqual({});
});

test("I36: a newer mark never overwrites an unseen one; it waits in the list beside it", async () => {
  const { lesson, people } = await inClass();
  const [one] = people as [string];
  await roll(make.actor(), lesson, { [one]: "PRESENT" });

  const late = await roll(make.actor(), lesson, { [one]: "ABSENT" }, {});

  expect(late).toMatchObject({ taken: 0, pending: 1 });
  expect(await marksOf(lesson)).toEqual({ [one]: "PRESENT" });
  expect(await pendingOf(lesson)).toMatchObject([
    { traineeId: one, mark: "ABSENT", cause: "OTHER_FIRST", seenVersion: 0 },
  ]);
});

test("R45: a correction keeps the old value in the audit", async () => {
  const { lesson, people } = await inClass();
  const [one] = people as [string];
  const staff = make.actor();
  await roll(staff, lesson, { [one]: "ABSENT" });

  await roll(staff, lesson, { [one]: "LATE" });

  const entries = await db.auditEntry.findMany({
    where: { subjectId: `${lesson}:${one}` },
    orderBy: { id: "asc" },
    select: { verb: true, before: true, after: true },
  });
  expect(entries).toMatchObject([
    { verb: "attendance.take", before: {}, after: { mark: "ABSENT" } },
    { verb: "attendance.correct", before: { mark: "ABSENT" }, after: { mark: "LATE" } },
  ]);
  expect(await versionsOf(lesson)).toEqual({ [one]: 2 });
});

test("R28: a transfer keeps what was begun in the old cohort and takes the lessons ahead of the new one", async () => {
  const { lesson, people, ...cohort } = await inClass({ people: 2 });
  const [stays, moves] = people as [string, string];
  const other = await make.cohort({
    startsOn: day("2018-08-06"),
    endsOn: day("2037-12-31"),
    atBase: false,
    place: "松麦",
  });
  const ahead = await make.lesson({ cohorts: [cohort.id], day: day("2037-09-01"), classroomNumber: null });
  const mover = await db.enrolment.findFirstOrThrow({
    where: { traineeId: moves },
    select: { id: true, version: true },
  });
  await transfer(make.actor("BASE_STAFF", day("2018-08-07")), {
    enrolmentId: mover.id,
    toCohortId: other.id,
    reason: "离家近",
    version: mover.version,
  });

  const sent = await roll(make.actor(), lesson, { [stays]: "PRESENT", [moves]: "PRESENT" }, {});

  expect(sent).toMatchObject({ taken: 2, pending: 0 });
  expect((await findRoll(make.actor(), ahead.id))?.people.map(({ id }) => id)).toEqual([stays]);
});

test("I36: who has left the lesson meanwhile waits in the list with the cause", async () => {
  const { lesson, people } = await inClass({ people: 1 });
  const [one] = people as [string];
  const { id: enrolmentId, version } = await db.enrolment.findFirstOrThrow({
    where: { traineeId: one },
    select: { id: true, version: true },
  });
  await markNoShow(make.actor("BASE_STAFF", day("2018-08-10")), { enrolmentId, version, reason: "一直没来" });

  const sent = await roll(make.actor(), lesson, { [one]: "PRESENT" }, {});

  expect(sent).toMatchObject({ taken: 0, pending: 1 });
  expect(await pendingOf(lesson)).toMatchObject([{ traineeId: one, cause: "MOVED" }]);
});

test("I36: a cancelled lesson keeps what was sent for it", async () => {
  const { lesson, people } = await inClass();
  await make.cancelLesson(lesson);

  const sent = await roll(make.actor(), lesson, { [people[0] as string]: "PRESENT" });

  expect(sent).toMatchObject({ taken: 0, pending: 1 });
  expect(await pendingOf(lesson)).toMatchObject([{ cause: "CANCELLED" }]);
});

test("one source a cohort: typed 课时 and rolls refuse each other", async () => {
  const typed = await make.examined();
  const [{ lessonId }] = (await db.lessonCohort.findMany({
    where: { cohortId: typed.id, cancelled: false },
    select: { lessonId: true },
  })) as [{ lessonId: string }];
  const { traineeId } = await db.enrolment.findFirstOrThrow({
    where: { cohortId: typed.id },
    select: { traineeId: true },
  });
  const { recordResults } = await import("@/lib/completion/commands/record");
  const { sheetOf } = await import("@/tests/support/results");
  const clerk = make.actor("BASE_STAFF", day("2018-09-05"));
  await recordResults(clerk, await sheetOf(typed.id, clerk.today, [[typed.enrolments[0] as string, { attended: 8 }]]));

  await expect(roll(make.actor(), lessonId, { [traineeId]: "PRESENT" })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    figures: { case: "ATTENDANCE_TYPED" },
  });

  const rolled = await inClass({ people: 1 });
  await roll(make.actor(), rolled.lesson, { [rolled.people[0] as string]: "PRESENT" });
  const id = rolled.enrolments[0]?.id as string;
  await expect(
    recordResults(clerk, await sheetOf(rolled.id, clerk.today, [[id, { attended: 3 }]])),
  ).rejects.toMatchObject({ refusal: "WRONG_STATE", figures: { case: "ATTENDANCE_ROLLED" } });
});

test("a roll of uneven columns, of a person twice or without the right is refused", async () => {
  const { lesson, people } = await inClass();
  const [one] = people as [string];
  const wrong = (change: object) =>
    takeRoll(make.actor(), { lessonId: lesson, traineeIds: [one], marks: ["PRESENT"], versions: [0], ...change });

  await expect(wrong({ marks: ["PRESENT", "LATE"] })).rejects.toMatchObject({ refusal: "INPUT_WRONG" });
  await expect(wrong({ traineeIds: [one, one], marks: ["PRESENT", "LATE"], versions: [0, 0] })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
  });
  await expect(roll(make.actor("COUNTY_REVIEWER"), lesson, { [one]: "PRESENT" })).rejects.toMatchObject({
    refusal: "NOT_ALLOWED",
  });
});
