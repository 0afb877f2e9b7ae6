import type { Day } from "@/lib/value/calendar";
import { addPeriods, type Clock, periodsBetween } from "@/lib/value/clock";
import type { LessonKind } from "@/prisma/generated/enums";

/** A time of each teaching day, with its whole 课时 (R40). */
export type Slot = { startsAt: Clock; endsAt: Clock; periods: number };

/** `MIXED`: theory in the first half of a day, practice in the second; `THEORY_FIRST`: practice begins when all theory is laid. */
export const layingOrders = ["MIXED", "THEORY_FIRST"] as const;
type LayingOrder = (typeof layingOrders)[number];

/** A lesson of the plan; one that is taken cannot stand there and counts nothing. */
type Laid = Slot & { day: Day; kind: LessonKind; isTaken: boolean };

type Ground = {
  /** The teaching days in their order, also those after the cohort's last one. */
  days: readonly Day[];
  slots: readonly Slot[];
  order: LayingOrder;
  /** 课时 that are still to be laid. */
  left: Record<LessonKind, number>;
  lastDay: Day;
  /** R41: 课时 that the day can still take. */
  room(day: Day): number;
  /** The cohort sits in a lesson of its own, which counts already. */
  isStanding(day: Day, slot: Slot): boolean;
  isTaken(day: Day, slot: Slot, kind: LessonKind): boolean;
};

/**
 * Lays the 课时 of a plan out day by day until none is left; the last lesson of a kind is shorter where less is left. What is taken is
 * passed over, and its 课时 come later. Comes out: the lessons up to the last day, the 课时 that find no place there, and the day by which
 * all of them would have one.
 */
export function layOutPlan(ground: Ground) {
  const left = { ...ground.left };
  const laid: Laid[] = [];
  for (const day of ground.days) {
    if (left.THEORY + left.PRACTICE === 0) break;
    laid.push(...layDay(ground, day, left));
  }
  const lessons = laid.filter(({ day }) => day <= ground.lastDay);
  const sum = (kind: LessonKind) =>
    lessons.reduce((total, one) => total + (one.kind === kind && !one.isTaken ? one.periods : 0), 0);
  return {
    lessons,
    laid: { THEORY: sum("THEORY"), PRACTICE: sum("PRACTICE") },
    short: { THEORY: ground.left.THEORY - sum("THEORY"), PRACTICE: ground.left.PRACTICE - sum("PRACTICE") },
    enoughBy: left.THEORY + left.PRACTICE === 0 ? laid.findLast(({ isTaken }) => !isTaken)?.day : undefined,
  };
}

/** One day; what it takes off the 课时 that are left is taken off `left`. */
function layDay(ground: Ground, day: Day, left: Record<LessonKind, number>): Laid[] {
  let room = ground.room(day);
  const laid: Laid[] = [];
  ground.slots.forEach((slot, place) => {
    const kind = kindOf(ground, place, left);
    if (!kind || ground.isStanding(day, slot)) return;
    const periods = Math.min(slot.periods, left[kind], room);
    if (periods <= 0) return;

    const isTaken = ground.isTaken(day, slot, kind);
    const endsAt = periods === slot.periods ? slot.endsAt : addPeriods(slot.startsAt, periods);
    laid.push({ day, kind, startsAt: slot.startsAt, endsAt, periods, isTaken });
    if (isTaken) return;
    left[kind] -= periods;
    room -= periods;
  });
  return laid;
}

/** Where one kind is used up the other has its place; with one lesson a day comes the kind of which the larger share is left. */
function kindOf({ slots, order, left: all }: Ground, place: number, left: Record<LessonKind, number>) {
  if (left.THEORY === 0) return left.PRACTICE === 0 ? undefined : "PRACTICE";
  if (left.PRACTICE === 0 || order === "THEORY_FIRST") return "THEORY";
  if (slots.length > 1) return place * 2 < slots.length ? "THEORY" : "PRACTICE";
  return left.THEORY * all.PRACTICE >= left.PRACTICE * all.THEORY ? "THEORY" : "PRACTICE";
}

type Times = { startsAt: string; endsAt: string };

/** The times of a day in their order, each of at least one 课时. */
export const slotsOf = (times: readonly Times[]): Slot[] =>
  (times as readonly { startsAt: Clock; endsAt: Clock }[])
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt, periods: periodsBetween(startsAt, endsAt) }))
    .filter(({ periods }) => periods > 0)
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));

/** R36: touching ends are allowed. */
export const overlap = (one: Times, other: Times): boolean =>
  one.startsAt < other.endsAt && one.endsAt > other.startsAt;
