import { expect, test } from "vitest";
import { editClassroom } from "@/lib/classroom/commands/edit";
import { db } from "@/lib/database/db";
import { bookLesson } from "@/lib/lesson/commands/book";
import { findLesson } from "@/lib/lesson/queries/timetable";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { insertLesson, wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";
import { insertEnrolment } from "@/tests/support/raw";

const actor = make.actor();

/** Two cohorts of three places each, with so many people in them. */
async function cohortsWith(first: number, second: number) {
  const [one, other] = [await make.cohort({ seats: 3 }), await make.cohort({ seats: 3 })];
  for (let n = 0; n < first; n++) await make.enrolment(one.id);
  for (let n = 0; n < second; n++) await make.enrolment(other.id);
  return [one.id, other.id];
}

async function setSeats(number: number, seats: number) {
  const { version, name, kind } = await db.classroom.findUniqueOrThrow({
    where: { number },
    select: { version: true, name: true, kind: true },
  });
  await editClassroom(actor, { classroomNumber: number, version, name, kind, seats });
}

test("R37: a joint lesson seats the sum of heads; one more is refused, through the form and to raw SQL", async () => {
  await setSeats(3, 4);
  const fits = await cohortsWith(2, 2);
  const tooMany = await cohortsWith(2, 3);
  const wanted = await wish("", { cohortIds: tooMany, classroomNumber: 3, day: day("2018-08-08") });

  await expect(bookLesson(actor, wanted)).rejects.toMatchObject({
    refusal: "ROOM_TOO_SMALL",
    field: "classroomNumber",
    figures: { seats: 4, wanted: 5 },
  });
  await expect(sql("app", insertLesson(wanted))).rejects.toMatchObject({ message: "ROOM_TOO_SMALL" });
  await expect(bookLesson(actor, { ...wanted, cohortIds: fits })).resolves.toMatchObject({ id: expect.any(String) });
});

test("R37: a later enrolment that would make a joint lesson too full is refused, also to raw SQL", async () => {
  await setSeats(4, 4);
  const cohortIds = await cohortsWith(2, 2);
  await bookLesson(actor, await wish("", { cohortIds, classroomNumber: 4 }));
  const { id: traineeId } = await make.trainee();

  await expect(make.enrolment(cohortIds[1] ?? "", { traineeId })).rejects.toMatchObject({ refusal: "ROOM_TOO_SMALL" });
  await expect(sql("app", insertEnrolment(traineeId, cohortIds[0] ?? ""))).rejects.toMatchObject({
    message: "ROOM_TOO_SMALL",
  });
});

test.each([
  [0, 0, 3],
  [1, 2, 3],
  [2, 3, 5],
])(
  "R37: with %i and %i people the page says of a joint lesson what the law counts: %i seats",
  async (first, second, needed) => {
    await setSeats(3, 5);
    const cohortIds = await cohortsWith(first, second);
    const on = day(`2018-08-${20 + first}`);
    const { id } = await bookLesson(actor, await wish("", { cohortIds, classroomNumber: 3, day: on }));

    const shown = await findLesson(id);
    await setSeats(8, needed - 1);
    const elsewhere = await wish("", { cohortIds, classroomNumber: 8, day: on, startsAt: "14:30", endsAt: "17:30" });

    expect(shown).toMatchObject({ seatsNeeded: needed, heads: first + second || needed });
    await expect(bookLesson(actor, elsewhere)).rejects.toMatchObject({
      refusal: "ROOM_TOO_SMALL",
      figures: { wanted: shown?.seatsNeeded, heads: shown?.heads },
    });
  },
);

test("R29, R37: a cohort that plans more places than the classroom has seats is refused", async () => {
  const cohort = await make.cohort({ seats: 21 });

  const small = bookLesson(actor, await wish(cohort.id, { classroomNumber: 7 }));

  await expect(small).rejects.toMatchObject({ refusal: "ROOM_TOO_SMALL", figures: { seats: 20, wanted: 21 } });
});

test("R37: two groups are never in one room as two lessons, however many seats are left", async () => {
  const [one, other] = await cohortsWith(1, 1);
  await bookLesson(actor, await wish(one ?? "", { classroomNumber: 11 }));

  await expect(bookLesson(actor, await wish(other ?? "", { classroomNumber: 11 }))).rejects.toMatchObject({
    refusal: "CLASSROOM_TAKEN",
  });
});

test("R37: cohorts that share a trainee do not become one lesson", async () => {
  const cohortIds = [(await make.cohort()).id, (await make.cohort()).id];
  const { traineeId } = await make.enrolment(cohortIds[0] ?? "");
  await make.enrolment(cohortIds[1] ?? "", { traineeId });

  const joint = bookLesson(actor, await wish("", { cohortIds, classroomNumber: 2 }));

  await expect(joint).rejects.toMatchObject({ refusal: "TRAINEE_CLASH", figures: { case: "SHARED", trainees: 1 } });
});
