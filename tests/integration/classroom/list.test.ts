import { expect, test } from "vitest";
import { closeClassroom, reopenClassroom } from "@/lib/classroom/commands/close";
import { editClassroom } from "@/lib/classroom/commands/edit";
import { findClassroom, listClassrooms, listClosures } from "@/lib/classroom/queries";
import { db } from "@/lib/database/db";
import { type Day, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const actor = make.actor();
const close = (classroomNumber: number, from: string, to: string) => {
  const [startsOn, startsAt] = from.split(" ") as [Day, string];
  const [endsOn, endsAt] = to.split(" ") as [Day, string];
  return closeClassroom(actor, { classroomNumber, startsOn, startsAt, endsOn, endsAt, reason: "检修" });
};

test("R35: the base has eleven classrooms, each of a kind", async () => {
  const classrooms = await listClassrooms();

  expect(classrooms.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(classrooms[2]).toEqual({
    number: 3,
    label: "103",
    name: "客房",
    seats: 20,
    kind: "GUEST_ROOM",
    equipment: [],
  });
  expect(await findClassroom(3)).toMatchObject({ ...classrooms[2], version: 1 });
  expect(await findClassroom(12)).toBeNull();
});

test("R36: a time out of service belongs to each day it reaches into, by the clock of the base, and to no other", async () => {
  const { id } = await close(1, "2031-03-04 22:00", "2031-03-06 00:00");
  const on = async (from: string, to?: string) =>
    (await listClosures({ from: day(from), ...(to && { to: day(to) }) })).map((closure) => closure.id).includes(id);

  expect(await on("2031-03-04", "2031-03-05")).toBe(true);
  expect(await on("2031-03-05", "2031-03-06")).toBe(true);
  // It ends at midnight: the sixth is free.
  expect(await on("2031-03-06", "2031-03-07")).toBe(false);
  expect(await on("2031-03-03", "2031-03-04")).toBe(false);
  expect(await on("2031-03-01")).toBe(true);
});

test("R36: the closures of one classroom come by their beginning, in local time, without those taken back", async () => {
  const second = await close(2, "2031-04-02 08:00", "2031-04-02 18:00");
  const first = await close(2, "2031-04-01 08:30", "2031-04-01 12:00");
  const gone = await close(2, "2031-04-03 08:00", "2031-04-03 18:00");
  await close(3, "2031-04-01 08:00", "2031-04-01 18:00");
  await reopenClassroom(actor, { classroomNumber: 2, closureId: gone.id });

  const found = await listClosures({ from: day("2031-04-01"), classroomNumber: 2 });

  expect(found.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(found[0]).toEqual({
    id: first.id,
    classroomNumber: 2,
    reason: "检修",
    from: "2031-04-01 08:30",
    to: "2031-04-01 12:00",
  });
});

test("R36: a time out of service ends after it begins, and lies beside another one, not over it", async () => {
  const early = { refusal: "INPUT_WRONG", field: "endsAt", figures: { case: "CLOSURE_ENDS_BEFORE_START" } };
  const before = await db.classroomClosure.count();

  await expect(close(4, "2031-05-02 08:00", "2031-05-02 08:00")).rejects.toMatchObject(early);
  await expect(close(4, "2031-05-02 08:00", "2031-05-01 18:00")).rejects.toMatchObject(early);
  await close(4, "2031-05-02 08:00", "2031-05-02 12:00");
  await expect(close(4, "2031-05-02 11:00", "2031-05-02 18:00")).rejects.toMatchObject({
    refusal: "CLASSROOM_TAKEN",
    figures: { case: "CLOSED" },
  });
  await close(4, "2031-05-02 12:00", "2031-05-02 18:00");

  expect(await db.classroomClosure.count()).toBe(before + 2);
});

test("R35: a twelfth classroom is neither closed nor edited", async () => {
  const unknown = { refusal: "INPUT_WRONG", field: "classroomNumber", figures: { case: "UNKNOWN_CLASSROOM" } };

  await expect(close(12, "2031-05-02 08:00", "2031-05-02 18:00")).rejects.toMatchObject(unknown);
  await expect(
    editClassroom(actor, { classroomNumber: 12, version: 1, name: "新", kind: "GENERAL", seats: 20 }),
  ).rejects.toMatchObject(unknown);
});
