import { expect, test } from "vitest";
import { db, transaction } from "@/lib/database/db";
import { bookLesson } from "@/lib/lesson/commands/book";
import { cancelLesson } from "@/lib/lesson/commands/change";
import { copyTimetable } from "@/lib/lesson/commands/copy";
import { findCopy, listTimetablesToCopy } from "@/lib/lesson/queries/copy";
import { addDays, dayFromDate } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
const asBefore = { firstDay: undefined, classroomNumber: null };
let year = 2030;

/** An earlier run with two lessons on its first Monday and one on Tuesday, and the later run four weeks on, in a year of their own. */
async function twoRuns() {
  year += 1;
  const startsOn = mondayOf(year);
  const earlier = await make.cohort({ startsOn });
  const { id: trainerId } = await make.trainer();
  const lesson = { trainerId, classroomNumber: 4, day: startsOn };
  const morning = await bookLesson(actor, await wish(earlier.id, { ...lesson, title: "摆台" }));
  const noon = { startsAt: "14:30", endsAt: "17:30" };
  const afternoon = await bookLesson(actor, await wish(earlier.id, { ...lesson, ...noon, title: "托盘" }));
  const tuesday = await bookLesson(
    actor,
    await wish(earlier.id, { ...lesson, day: addDays(startsOn, 1), title: "餐厅" }),
  );

  const begins = addDays(startsOn, 28);
  const { id, courseId } = await make.cohort({ state: "DRAFT", startsOn: begins, courseId: earlier.courseId });
  const later = { id, courseId, startsOn: begins, seats: 14, atBase: true };
  return { earlier, later, trainerId, lessonIds: [morning.id, afternoon.id, tuesday.id] };
}

const mondayOf = (of: number) => {
  const first = dayFromDate(new Date(Date.UTC(of, 4, 1)));
  return addDays(first, (8 - (new Date(`${first}T00:00:00Z`).getUTCDay() || 7)) % 7);
};

const lessonsOf = async (cohortId: string) =>
  (
    await db.lesson.findMany({
      where: { cohorts: { some: { cohortId } } },
      orderBy: [{ day: "asc" }, { startsAt: "asc" }],
      select: { id: true, day: true, title: true, startsAt: true, classroomNumber: true, trainerId: true },
    })
  ).map(({ day, ...lesson }) => ({ ...lesson, day: dayFromDate(day) }));

test("C: the lessons of an earlier run stand in the later one on the same weekdays, each noted", async () => {
  const { later, trainerId, lessonIds } = await twoRuns();

  await copyTimetable(actor, { cohortId: later.id, lessonIds, shift: 28, classroomNumber: null });

  const lessons = await lessonsOf(later.id);
  const as = { classroomNumber: 4, trainerId, id: expect.any(String) };
  expect(lessons).toEqual([
    { ...as, day: later.startsOn, title: "摆台", startsAt: "09:00" },
    { ...as, day: later.startsOn, title: "托盘", startsAt: "14:30" },
    { ...as, day: addDays(later.startsOn, 1), title: "餐厅", startsAt: "09:00" },
  ]);
  const ids = lessons.map(({ id }) => id);
  expect(await sql("app", "SELECT verb FROM audit_entries WHERE subject_id = ANY ($1::text[])", [ids])).toEqual(
    ids.map(() => ({ verb: "lesson.book" })),
  );
});

test("C: what is shown before is what stands afterwards; a lesson in the way is named and the others stay free", async () => {
  const { earlier, later, lessonIds } = await twoRuns();
  const other = await make.cohort({ startsOn: later.startsOn });
  const taken = await bookLesson(actor, await wish(other.id, { day: later.startsOn, classroomNumber: 4 }));

  const copy = await findCopy(later, earlier.id, asBefore);

  expect(copy).toMatchObject({ firstDay: later.startsOn, shift: 28 });
  expect(copy?.copies.map(({ id, obstacle }) => [id, obstacle?.lesson?.id ?? null])).toEqual([
    [lessonIds[0], taken.id],
    [lessonIds[1], null],
    [lessonIds[2], null],
  ]);
  await copyTimetable(actor, { cohortId: later.id, lessonIds: lessonIds.slice(1), shift: 28, classroomNumber: null });
  expect(await lessonsOf(later.id)).toHaveLength(2);
});

test("C: one lesson in the way and none is booked", async () => {
  const { later, lessonIds } = await twoRuns();
  const other = await make.cohort({ startsOn: later.startsOn });
  await bookLesson(actor, await wish(other.id, { day: addDays(later.startsOn, 1), classroomNumber: 4 }));

  const copied = copyTimetable(actor, { cohortId: later.id, lessonIds, shift: 28, classroomNumber: null });

  await expect(copied).rejects.toMatchObject({ refusal: "CLASSROOM_TAKEN" });
  expect(await lessonsOf(later.id)).toEqual([]);
});

test("C: copying twice at the same moment books the timetable once", async () => {
  const { later, lessonIds } = await twoRuns();
  const input = { cohortId: later.id, lessonIds, shift: 28, classroomNumber: null };

  const answers = await Promise.allSettled([1, 2].map(() => copyTimetable(make.actor(), input)));

  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await lessonsOf(later.id)).toHaveLength(3);
});

test("C, R37: all lessons move to another classroom; one with too few seats and a trainer who has left are said before", async () => {
  const { earlier, later, trainerId } = await twoRuns();
  await transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'trainer.force', 'trainer', ${trainerId}::uuid::text)`;
    await tx.$executeRaw`UPDATE trainers SET left_on = ${later.startsOn}::date WHERE id = ${trainerId}::uuid`;
  });

  const copy = await findCopy({ ...later, seats: 999 }, earlier.id, { ...asBefore, classroomNumber: 5 });

  expect(copy?.copies.map(({ classroom, hasLeft, lacksSeats }) => [classroom?.number, hasLeft, lacksSeats])).toEqual(
    [1, 2, 3].map(() => [5, true, true]),
  );
});

test("C: the runs of the same course are offered, and the one that was asked for; without lessons none is", async () => {
  const { earlier, later } = await twoRuns();
  const bare = await make.cohort({ courseId: earlier.courseId });
  const foreign = (await twoRuns()).earlier;

  const offered = await listTimetablesToCopy(later.id, undefined);
  const asked = await listTimetablesToCopy(later.id, foreign.id);

  expect(offered.map(({ id }) => id)).toEqual([earlier.id]);
  expect(asked.map(({ id }) => id)).toEqual([foreign.id, earlier.id]);
  expect(await findCopy(later, bare.id, asBefore)).toBeNull();
});

test("C: a lesson cancelled meanwhile is not copied, and a cohort that is over takes none", async () => {
  const { earlier, later, lessonIds } = await twoRuns();
  await cancelLesson(actor, { lessonId: lessonIds[0] as string, version: 1, reason: "教师外出" });
  const input = { cohortId: later.id, lessonIds, shift: 28, classroomNumber: null };
  const over = await make.cohort({ state: "CANCELLED", courseId: earlier.courseId });

  await expect(copyTimetable(actor, input)).rejects.toMatchObject({ refusal: "INPUT_WRONG", field: "lessonIds" });
  await expect(copyTimetable(actor, { ...input, cohortId: over.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
});

test("issue 8.3: a copy that was already used says of each lesson that it stands, and leaves it out", async () => {
  const { earlier, later, lessonIds } = await twoRuns();
  const shown = async () => (await findCopy(later, earlier.id, asBefore))?.copies.map(({ isCopied }) => isCopied);
  expect(await shown()).toEqual([false, false, false]);

  await copyTimetable(actor, {
    cohortId: later.id,
    lessonIds: lessonIds.slice(0, 2),
    shift: 28,
    classroomNumber: null,
  });

  expect(await shown()).toEqual([true, true, false]);
});
