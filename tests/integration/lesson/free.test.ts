import { beforeAll, expect, test } from "vitest";
import { closeClassroom, reopenClassroom } from "@/lib/classroom/commands/close";
import { equipClassroom } from "@/lib/classroom/commands/equip";
import { cancelLesson } from "@/lib/lesson/commands/change";
import { findFreeRooms } from "@/lib/lesson/queries/free";
import { freeQuery } from "@/lib/lesson/schema/search";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const actor = make.actor();
const monday = day("2031-03-03");
const look = (asked: Record<string, string> = {}, now = "2031-01-01 00:00") =>
  findFreeRooms({ ...freeQuery.parse(asked), from: day(asked.from ?? monday) }, now);
const firstOf = async (number: number, asked?: Record<string, string>, now?: string) => {
  const slot = (await look(asked, now)).rooms.find(({ room }) => room.number === number)?.slots[0];
  return slot && `${slot.day} ${slot.parts.map(({ startsAt }) => startsAt).join(" ")}`;
};

beforeAll(async () => {
  await equipClassroom(actor, { classroomNumber: 1, version: 1, equipment: "COMPUTER", count: 40 });
});

test("R36: the first time nothing stands in: lessons and closures are passed over, cancelled ones are not", async () => {
  const { id: lessonId } = await make.lesson({ day: monday, classroomNumber: 9, startsAt: "09:00", endsAt: "12:00" });
  const { id: closureId } = await closeClassroom(actor, {
    ...{ classroomNumber: 9, startsOn: monday, startsAt: "13:00", endsOn: day("2031-03-04"), endsAt: "09:00" },
    reason: "检修",
  });
  expect(await firstOf(9)).toBe("2031-03-04 09:00");

  await reopenClassroom(actor, { classroomNumber: 9, closureId });
  expect(await firstOf(9)).toBe("2031-03-03 14:30");
  await cancelLesson(actor, { lessonId, version: 1, reason: "停课" });
  expect(await firstOf(9)).toBe("2031-03-03 09:00");
});

test("U28: what has begun is not offered any more", async () => {
  expect(await firstOf(8, {}, "2031-03-03 09:01")).toBe("2031-03-03 14:30");
  expect(await firstOf(8, { periods: "2" }, "2031-03-03 10:02")).toBe("2031-03-03 10:15");
  expect(await firstOf(8, {}, "2031-03-03 18:00")).toBe("2031-03-04 09:00");
});

test("only classrooms that fit: of a kind, for a course, with so many seats; the others are counted", async () => {
  const numbers = async (asked: Record<string, string>) => {
    const { rooms, unfit } = await look(asked);
    return [rooms.map(({ room }) => room.number).sort((one, other) => one - other), unfit];
  };
  const course = await make.course({ practiceKinds: ["TRADE"], practiceEquipment: ["COMPUTER"] });

  expect(await numbers({ kind: "TRADE" })).toEqual([[1, 2], 9]);
  expect(await numbers({ course: course.id })).toEqual([[1], 10]);
  expect(await numbers({ kind: "COOKING", course: course.id })).toEqual([[], 11]);
  expect(await numbers({ seats: "40" })).toEqual([[1, 11], 9]);
});

test("what cannot be read in an address asks for nothing", async () => {
  const asked = {
    periods: "99",
    kind: "'; DROP",
    course: "1",
    seats: "-3",
    weekday: "9",
    half: "noon",
    holidays: "yes",
  };

  expect(freeQuery.parse({ ...asked, from: "2031-02-30" })).toEqual({ periods: 4, holidays: false });
  expect((await look(asked)).rooms).toHaveLength(11);
});
