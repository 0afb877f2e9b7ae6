import { expect, test } from "vitest";
import { chooseAlternatives, type Taken, type Wanted } from "@/lib/lesson/rules/alternatives";
import { day } from "@/lib/value/calendar";
import { workedBy } from "@/lib/working-day/rules";

const rooms = [
  { number: 1, label: "101", name: "电商一", kind: "TRADE", seats: 40 },
  { number: 2, label: "102", name: "电商二", kind: "TRADE", seats: 30 },
  { number: 3, label: "103", name: "客房", kind: "GUEST_ROOM", seats: 20 },
  { number: 11, label: "111", name: "种养殖", kind: "FARMING", seats: 40 },
];
const wanted: Wanted = {
  day: day("2018-08-23"),
  startsAt: "14:30",
  endsAt: "17:30",
  periods: 4,
  classroomNumber: 1,
  heads: 13,
  from: day("2018-08-20"),
  to: day("2018-09-14"),
};
const taken = (classroomNumber: number | null, from: string, to: string, everywhere = false): Taken => ({
  classroomNumber,
  from,
  to,
  everywhere,
});
const inTheWay = taken(1, "2018-08-23 14:30", "2018-08-23 17:30");
const said = (some: ReturnType<typeof chooseAlternatives>) =>
  some.map(({ day, startsAt, classroom, keeps }) => `${day} ${startsAt} ${classroom?.label} ${keeps}`);
const open = () => 10;

test("U18: first the classroom of the same kind at the same time, then two other half-days in the same classroom", () => {
  const cohortBusy = taken(8, "2018-08-23 09:00", "2018-08-23 12:00", true);

  const offers = chooseAlternatives(wanted, rooms, [inTheWay, cohortBusy], open);

  expect(said(offers)).toEqual([
    "2018-08-23 14:30 102 time",
    "2018-08-24 09:00 101 classroom",
    "2018-08-24 14:30 101 classroom",
  ]);
});

test("R37: a classroom with too few seats is never offered", () => {
  const offers = chooseAlternatives({ ...wanted, heads: 35 }, rooms, [inTheWay], open);

  expect(offers.every(({ classroom }) => (classroom?.seats ?? 0) >= 35)).toBe(true);
  expect(said(offers)[0]).toBe("2018-08-23 14:30 111 time");
});

test("R36: when trainer or cohort are busy, no other classroom at that time helps", () => {
  const offers = chooseAlternatives(wanted, rooms, [taken(8, "2018-08-23 14:00", "2018-08-23 15:00", true)], open);

  expect(offers.map(({ keeps }) => keeps)).toEqual(["classroom", "classroom", "classroom"]);
  expect(offers.some(({ day, startsAt }) => day === "2018-08-23" && startsAt === "14:30")).toBe(false);
});

test("R36: touching ends are free, one minute of overlap is not", () => {
  const touching = chooseAlternatives(
    wanted,
    rooms,
    [inTheWay, taken(2, "2018-08-23 17:30", "2018-08-23 19:00")],
    open,
  );
  const overlapping = chooseAlternatives(
    wanted,
    rooms,
    [inTheWay, taken(2, "2018-08-23 17:29", "2018-08-23 19:00")],
    open,
  );

  expect(said(touching)[0]).toBe("2018-08-23 14:30 102 time");
  expect(said(overlapping)[0]).toBe("2018-08-23 14:30 111 time");
});

test("R41: a day that is already full is not offered", () => {
  const offers = chooseAlternatives(wanted, rooms, [inTheWay], (on) => (on === "2018-08-24" ? 3 : 10));

  expect(offers.some(({ day }) => day === "2018-08-24")).toBe(false);
});

test("U18: only days of the cohort are offered; near its end those before the wanted day", () => {
  const offers = chooseAlternatives({ ...wanted, to: day("2018-08-23") }, rooms.slice(0, 1), [inTheWay], open);

  expect(said(offers)).toEqual([
    "2018-08-23 09:00 101 classroom",
    "2018-08-20 09:00 101 classroom",
    "2018-08-20 14:30 101 classroom",
  ]);
});

test("U18: a holiday is not offered, and a Saturday that is worked for it is", () => {
  const exceptions = [
    { day: day("2018-08-24"), kind: "HOLIDAY" },
    { day: day("2018-08-25"), kind: "WORK" },
  ] as const;

  const offers = chooseAlternatives(wanted, rooms.slice(0, 1), [inTheWay], open, workedBy(exceptions));

  expect(said(offers)).toEqual([
    "2018-08-23 09:00 101 classroom",
    "2018-08-25 09:00 101 classroom",
    "2018-08-25 14:30 101 classroom",
  ]);
});

test("R27: off the base only the time changes", () => {
  const offers = chooseAlternatives(
    { ...wanted, classroomNumber: null },
    rooms,
    [{ ...inTheWay, classroomNumber: null, everywhere: true }],
    open,
  );

  expect(offers.map(({ classroom }) => classroom)).toEqual([null, null, null]);
});
