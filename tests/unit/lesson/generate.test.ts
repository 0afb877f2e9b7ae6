import { expect, test } from "vitest";
import { layOutPlan, overlap, slotsOf } from "@/lib/lesson/rules/generate";
import { addDays, day } from "@/lib/value/calendar";

const first = day("2018-08-06");
const days = [0, 1, 2, 3, 4, 7, 8, 9].map((step) => addDays(first, step));
const [morning, afternoon] = [
  { startsAt: "09:00", endsAt: "12:00" },
  { startsAt: "14:30", endsAt: "17:30" },
];
const ground = {
  days,
  slots: slotsOf([afternoon, morning]),
  order: "MIXED" as const,
  left: { THEORY: 6, PRACTICE: 14 },
  lastDay: day("2018-08-31"),
  room: () => 10,
  isStanding: () => false,
  isTaken: () => false,
};
const told = ({ lessons }: ReturnType<typeof layOutPlan>) =>
  lessons.map(({ day: on, startsAt, endsAt, kind }) => `${on.slice(8)} ${startsAt}–${endsAt} ${kind}`);

test("generator: theory in the morning, practice in the afternoon; once theory is used up practice has the whole day", () => {
  const plan = layOutPlan(ground);

  expect(told(plan)).toEqual([
    "06 09:00–12:00 THEORY",
    "06 14:30–17:30 PRACTICE",
    "07 09:00–10:30 THEORY",
    "07 14:30–17:30 PRACTICE",
    "08 09:00–12:00 PRACTICE",
    "08 14:30–16:00 PRACTICE",
  ]);
  expect(plan).toMatchObject({ laid: ground.left, short: { THEORY: 0, PRACTICE: 0 }, enoughBy: "2018-08-08" });
});

test("generator: theory first, then practice", () => {
  const plan = layOutPlan({ ...ground, order: "THEORY_FIRST" });

  expect(plan.lessons.map(({ kind }) => kind)).toEqual(["THEORY", "THEORY", ...Array(4).fill("PRACTICE")]);
});

test("generator: with one lesson a day comes the kind of which the larger share is left", () => {
  const plan = layOutPlan({ ...ground, slots: slotsOf([morning]), left: { THEORY: 8, PRACTICE: 12 } });

  expect(plan.lessons.map(({ kind }) => kind)).toEqual(["THEORY", "PRACTICE", "PRACTICE", "THEORY", "PRACTICE"]);
});

test("generator: what is taken counts nothing and its 课时 come later, what stands is passed over in silence", () => {
  const plan = layOutPlan({
    ...ground,
    left: { THEORY: 0, PRACTICE: 8 },
    isTaken: (on, { startsAt }) => on === first && startsAt === "09:00",
    isStanding: (on, { startsAt }) => on === first && startsAt === "14:30",
  });

  expect(plan.lessons.map(({ day: on, isTaken }) => [on, isTaken])).toEqual([
    ["2018-08-06", true],
    ["2018-08-07", false],
    ["2018-08-07", false],
  ]);
  expect(plan.laid.PRACTICE).toBe(8);
});

test("R41: a day takes no more 课时 than it has room for", () => {
  const plan = layOutPlan({ ...ground, left: { THEORY: 0, PRACTICE: 8 }, room: (on) => (on === first ? 5 : 10) });

  expect(told(plan)).toEqual(["06 09:00–12:00 PRACTICE", "06 14:30–15:15 PRACTICE", "07 09:00–11:15 PRACTICE"]);
});

test("generator: after the cohort's last day nothing is laid; the rest is told, and the day that would suffice", () => {
  const plan = layOutPlan({ ...ground, lastDay: first });

  expect(told(plan)).toEqual(["06 09:00–12:00 THEORY", "06 14:30–17:30 PRACTICE"]);
  expect(plan).toMatchObject({ short: { THEORY: 2, PRACTICE: 10 }, enoughBy: "2018-08-08" });
  expect(layOutPlan({ ...ground, days: days.slice(0, 2) }).enoughBy).toBeUndefined();
});

test("R36, R40: times of less than one 课时 are none; touching ends do not overlap", () => {
  expect(slotsOf([{ startsAt: "09:00", endsAt: "09:44" }])).toEqual([]);
  expect(overlap(morning, { startsAt: "12:00", endsAt: "13:00" })).toBe(false);
  expect(overlap(morning, { startsAt: "11:59", endsAt: "13:00" })).toBe(true);
});
