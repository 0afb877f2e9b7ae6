import { beforeAll, expect, test } from "vitest";
import { equipClassroom } from "@/lib/classroom/commands/equip";
import { listFindings } from "@/lib/cohort/queries/findings";
import { db } from "@/lib/database/db";
import { bookLesson, bookLessons } from "@/lib/lesson/commands/book";
import { joinLesson, moveLesson } from "@/lib/lesson/commands/change";
import { clearClassroom } from "@/lib/lesson/commands/clear-classroom";
import { copyTimetable } from "@/lib/lesson/commands/copy";
import { foreseeBooking } from "@/lib/lesson/commands/foresee";
import { findCopy } from "@/lib/lesson/queries/copy";
import type { Offer } from "@/lib/lesson/rules/alternatives";
import type { BookLesson } from "@/lib/lesson/schema/book";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
const beauty = { practiceKinds: ["BEAUTY"], practiceEquipment: ["BEAUTY_BED"] };
const trade = { practiceKinds: ["TRADE"] };

/** 110 美容 has beds; 109 烹饪 has none and is of another kind; 101 and 102 are 电子商务. */
beforeAll(async () => {
  await equipClassroom(actor, { classroomNumber: 10, version: 1, equipment: "BEAUTY_BED", count: 10 });
});

const cohortOf = async (needs: object, change: object = {}) =>
  make.cohort({ courseId: (await make.course(needs)).id, ...change });
/** What asks for a tick: the classroom by name with what it lacks, in words. */
const asked = (room: string, kinds: string[], equipment: string[]) => ({
  ...{ refusal: "INPUT_WRONG", field: "accepted", figures: { case: "WARNINGS", count: 1 } },
  lists: { warnings: ["ROOM_LACKS"], ROOM_LACKS: [expect.objectContaining({ room, kinds, equipment })] },
});
const noted = async (id: string) =>
  (
    await sql<{ accepted: string | null }>(
      "app",
      "SELECT after->>'accepted' AS accepted FROM audit_entries WHERE subject_id = $1 ORDER BY id",
      [id],
    )
  ).map(({ accepted }) => accepted);

test("U08: practice in a classroom that lacks what the course needs is booked once that was ticked, and the audit keeps it", async () => {
  const { id: cohortId } = await cohortOf(beauty);
  const wanted = await wish(cohortId, { classroomNumber: 9 });

  await expect(bookLesson(actor, wanted)).rejects.toMatchObject(asked("109 烹饪", ["美容"], ["美容床"]));
  const inEnglish = bookLesson({ ...actor, locale: "en" }, wanted);
  await expect(inEnglish).rejects.toMatchObject(asked("109 烹饪", ["Beauty care"], ["Treatment bed"]));
  const { id } = await bookLesson(actor, { ...wanted, accepted: ["ROOM_LACKS"] });

  expect(await noted(id)).toEqual(["ROOM_LACKS"]);
});

test("U08: theory takes any classroom, and practice one that fits, without a tick", async () => {
  const { id: cohortId } = await cohortOf(beauty);

  const theory = await bookLesson(actor, await wish(cohortId, { classroomNumber: 8, kind: "THEORY" }));
  const practice = await bookLesson(actor, await wish(cohortId, { startsAt: "14:30", endsAt: "17:30" }));

  expect([await noted(theory.id), await noted(practice.id)]).toEqual([[null], [null]]);
});

test("U08: a holiday and a classroom that lacks something are asked about together", async () => {
  const { id: cohortId } = await cohortOf(beauty, { startsOn: day("2018-09-17"), endsOn: day("2018-10-31") });
  const wanted = await wish(cohortId, { classroomNumber: 9, day: day("2018-10-01") });

  const both = { figures: { case: "WARNINGS", count: 2 }, lists: { warnings: ["HOLIDAY", "ROOM_LACKS"] } };
  await expect(bookLesson(actor, wanted)).rejects.toMatchObject(both);
  await expect(bookLesson(actor, { ...wanted, accepted: ["HOLIDAY"] })).rejects.toMatchObject(both);
  const { id } = await bookLesson(actor, { ...wanted, accepted: ["HOLIDAY", "ROOM_LACKS"] });

  expect(await noted(id)).toEqual(["HOLIDAY ROOM_LACKS"]);
});

test("U24: what the form foresees asks the same", async () => {
  const { id: cohortId } = await cohortOf(beauty);
  const { day: on, ...typed } = await wish(cohortId, { classroomNumber: 9 });

  const noes = await foreseeBooking(actor, { ...typed, classroomNumber: "9", day: on } as never);

  expect(noes).toMatchObject([asked("109 烹饪", ["美容"], ["美容床"])]);
});

test("U08: a repetition asks once for its classroom", async () => {
  const { id: cohortId } = await cohortOf(beauty);
  const { day: _, ...wanted } = await wish(cohortId, { classroomNumber: 7 });
  const days = [day("2018-08-07"), day("2018-08-08")];

  await expect(bookLessons(actor, { ...wanted, days })).rejects.toMatchObject(asked("107 木作", ["美容"], ["美容床"]));
  const { ids } = await bookLessons(actor, { ...wanted, days, accepted: ["ROOM_LACKS"] });

  expect((await Promise.all(ids.map(noted))).flat()).toEqual(["ROOM_LACKS", "ROOM_LACKS"]);
});

test("U08: a lesson is moved into a classroom that lacks something with a tick; there it is changed without", async () => {
  const { id: cohortId } = await cohortOf(beauty);
  const wanted = await wish(cohortId, { day: day("2018-08-13") });
  const { id: lessonId } = await bookLesson(actor, wanted);
  const { cohortIds: _, ...what } = { ...wanted, classroomNumber: 6 };

  await expect(moveLesson(actor, { lessonId, version: 1, ...what })).rejects.toMatchObject(
    asked("106 电器", ["美容"], ["美容床"]),
  );
  await moveLesson(actor, { lessonId, version: 1, ...what, accepted: ["ROOM_LACKS"] });
  await moveLesson(actor, { lessonId, version: 2, ...what, title: "修眉" });
  await expect(moveLesson(actor, { lessonId, version: 3, ...what, classroomNumber: 5 })).rejects.toMatchObject(
    asked("105 超市", ["美容"], ["美容床"]),
  );

  expect(await noted(lessonId)).toEqual([null, "ROOM_LACKS", null]);
});

test("R37: a cohort of another course joins practice that its course cannot use there only with a tick", async () => {
  const [mine, other] = [await cohortOf(beauty, { seats: 5 }), await cohortOf(trade, { seats: 5 })];
  const { id: lessonId } = await bookLesson(actor, await wish(mine.id, { day: day("2018-08-14") }));

  await expect(joinLesson(actor, { lessonId, version: 1, cohortIds: [other.id] })).rejects.toMatchObject(
    asked("110 美容", ["电子商务"], []),
  );
  await joinLesson(actor, { lessonId, version: 1, cohortIds: [other.id], accepted: ["ROOM_LACKS"] });
  expect(await noted(lessonId)).toEqual([null, "ROOM_LACKS"]);
});

test("U18: the ways out of a clash lead to classrooms that fit", async () => {
  const [mine, other] = [await cohortOf(trade), await make.cohort()];
  const on = day("2018-08-15");
  await bookLesson(actor, await wish(other.id, { day: on, classroomNumber: 1 }));
  await make.lesson({ day: on, classroomNumber: 2 });

  const offers = async (change: Partial<BookLesson>) => {
    const booked = bookLesson(actor, await wish(mine.id, { day: on, classroomNumber: 1, ...change }));
    const { lists } = (await booked.catch((no) => no)) as { lists: { offers: Offer[] } };
    return lists.offers.map(({ classroom }) => classroom?.label);
  };

  // 102, the only other one of the kind, is taken.
  expect(await offers({})).toEqual(["101", "101", "101"]);
  // Theory may sit anywhere, nearest in size first.
  expect(await offers({ kind: "THEORY" })).toEqual(["111", "101", "101"]);
});

test("U18: a copy shows what its classroom lacks, and books it once that was ticked", async () => {
  const earlier = await cohortOf({}, { startsOn: day("2018-06-04"), endsOn: day("2018-06-29") });
  const later = await cohortOf(beauty, { startsOn: day("2018-08-06") });
  const { id: lessonId } = await bookLesson(
    make.actor("BASE_STAFF", day("2018-05-01")),
    await wish(earlier.id, { day: day("2018-06-05"), classroomNumber: 4 }),
  );
  const target = { id: later.id, startsOn: day("2018-08-06"), seats: 14, atBase: true };

  const copy = await findCopy(target, earlier.id, { firstDay: day("2018-08-21"), classroomNumber: null });
  expect(copy?.copies.find(({ id }) => id === lessonId)?.lack).toEqual({
    kinds: ["BEAUTY"],
    equipment: ["BEAUTY_BED"],
  });
  const elsewhere = await findCopy(target, earlier.id, { firstDay: day("2018-08-21"), classroomNumber: 10 });
  expect(elsewhere?.copies.find(({ id }) => id === lessonId)?.lack).toBeNull();

  const input = { cohortId: later.id, lessonIds: [lessonId], shift: 77, classroomNumber: null };
  await expect(copyTimetable(actor, input)).rejects.toMatchObject(asked("104 餐厅", ["美容"], ["美容床"]));
  expect(await copyTimetable(actor, { ...input, accepted: ["ROOM_LACKS"] })).toEqual({ count: 1 });
});

test("R36: lessons of a classroom that closes go to one that fits, not merely to one that is free", async () => {
  const { id: cohortId } = await cohortOf(trade);
  const on = day("2018-08-20");
  const { id } = await bookLesson(actor, await wish(cohortId, { day: on, classroomNumber: 1 }));
  const span = { startsOn: on, startsAt: "08:00", endsOn: on, endsAt: "18:00" };
  const closing = { classroomNumber: 1, ...span, reason: "检修", move: true };

  await expect(clearClassroom(actor, { ...closing, moveTo: 4 })).rejects.toMatchObject({
    figures: { case: "CANNOT_MOVE", count: 1 },
  });
  expect(await clearClassroom(actor, { ...closing, moveTo: 2 })).toEqual({ moved: 1 });
  expect(await db.lesson.findUnique({ where: { id }, select: { classroomNumber: true } })).toEqual({
    classroomNumber: 2,
  });
});

test("R42: the opening says how many practice lessons stand in classrooms that lack what the course needs", async () => {
  const { id: cohortId } = await cohortOf(beauty, { state: "DRAFT", seats: 5 });
  const found = async () => (await listFindings(cohortId, day("2018-07-01"))).find(({ name }) => name === "ROOM_LACKS");
  await bookLesson(actor, await wish(cohortId, { day: day("2018-08-22"), classroomNumber: 3, kind: "THEORY" }));
  expect(await found()).toBeUndefined();

  for (const on of ["2018-08-23", "2018-08-24"])
    await bookLesson(actor, await wish(cohortId, { day: day(on), classroomNumber: 3, accepted: ["ROOM_LACKS"] }));

  expect(await found()).toEqual({ name: "ROOM_LACKS", blocks: false, figures: { unfit: 2 } });
});
