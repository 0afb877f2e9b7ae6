import "server-only";
import { listClassrooms } from "@/lib/classroom/queries";
import { db } from "@/lib/database/db";
import { inTheWayOf } from "@/lib/lesson/queries/in-the-way";
import { listLessonsOfCohort } from "@/lib/lesson/queries/timetable";
import { isClear } from "@/lib/lesson/rules/clear";
import { layOutPlan, overlap } from "@/lib/lesson/rules/generate";
import { daysBetween } from "@/lib/lesson/rules/repeat";
import type { GenerateWish } from "@/lib/lesson/schema/generate";
import { findParameters } from "@/lib/setting/parameter";
import { addDays, type Day } from "@/lib/value/calendar";
import { listExceptions } from "@/lib/working-day/queries";
import { LessonKind } from "@/prisma/generated/enums";

type Target = {
  id: string;
  startsOn: Day;
  endsOn: Day;
  seats: number;
  atBase: boolean;
  course: { theoryPeriods: number; practicePeriods: number };
};

/** How far the days are looked at, for the last day that would suffice. */
const reach = 366;
const kinds = Object.values(LessonKind);

/** The course's plan less what stands already, laid out from the first day: each lesson with what is in its way, and the sums. */
export async function findGenerated(cohort: Target, wish: GenerateWish) {
  const from = wish.firstDay < cohort.startsOn ? cohort.startsOn : wish.firstDay;
  const until = addDays(from, reach);
  const [standing, exceptions, parameters, placed] = await Promise.all([
    listLessonsOfCohort(cohort.id),
    listExceptions(from, until),
    findParameters(db, from),
    placesOf(wish),
  ]);
  const named = exceptions.filter(({ kind }) => kind === "HOLIDAY");
  const off = new Map(named.map(({ day, name }) => [day, name]));
  const all = daysBetween(from, until, wish.weekdays, exceptions, reach);
  const days = all.filter((day) => !off.has(day) || wish.holidays.includes(day));

  const stands = sumOf(standing);
  const planned = { THEORY: cohort.course.theoryPeriods, PRACTICE: cohort.course.practicePeriods };
  // What one kind has too much of is not wanted of the other.
  const lacking = Math.max(0, planned.THEORY + planned.PRACTICE - stands.THEORY - stands.PRACTICE);
  const lackingOf = (kind: LessonKind) => Math.min(lacking, Math.max(0, planned[kind] - stands[kind]));
  const left = { THEORY: lackingOf("THEORY"), PRACTICE: lackingOf("PRACTICE") };
  const asked = days.flatMap((day) =>
    wish.slots.flatMap((slot) =>
      kinds
        .filter((kind) => left[kind] > 0)
        .map((kind) => ({ id: idOf(kind, day, slot), day, ...slot, ...placed[kind] })),
    ),
  );
  const inTheWay = await inTheWayOf(cohort, asked);
  const told = new Map(asked.map((lesson) => [lesson.id, inTheWay(lesson)]));
  const most = parameters("periods_a_day_most");
  const { lessons, ...sums } = layOutPlan({
    ...{ days, left, slots: wish.slots, order: wish.order, lastDay: cohort.endsOn },
    room: (day) => most - periodsOn(standing, day),
    isStanding: (day, slot) => standing.some((one) => one.day === day && overlap(one, slot)),
    isTaken: (day, slot, kind) => {
      // A holiday was taken in, the classroom was chosen for all, and the last day is the plan's to keep.
      const lesson = told.get(idOf(kind, day, slot));
      return !lesson || !isClear(lesson, { holiday: null, lack: null, outside: false });
    },
  });
  const slotFrom = new Map(wish.slots.map((slot) => [slot.startsAt, slot]));
  return {
    ...{ planned, stands, ...sums },
    load: { periods: periodsOf(wish.slots), most, much: parameters("periods_a_day_warning") },
    /** Left out within the cohort's days, unless somebody takes them in. */
    holidays: named.filter(({ day }) => day <= cohort.endsOn && all.includes(day) && !wish.holidays.includes(day)),
    lessons: lessons.flatMap(({ day, kind, startsAt, endsAt, periods }) => {
      const lesson = told.get(idOf(kind, day, slotFrom.get(startsAt) ?? { startsAt, endsAt }));
      return lesson ? [{ ...lesson, id: idOf(kind, day, { startsAt, endsAt }), endsAt, periods }] : [];
    }),
  };
}

export type Generated = Awaited<ReturnType<typeof findGenerated>>;

/** As the form of the preview sends a lesson. */
const idOf = (kind: LessonKind, day: Day, { startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  `${kind} ${day} ${startsAt} ${endsAt}`;

async function placesOf(wish: GenerateWish) {
  const ids = [wish.theoryTrainerId, wish.practiceTrainerId];
  const [rooms, trainers] = await Promise.all([
    listClassrooms(),
    db.trainer.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  ]);
  const place = (kind: LessonKind, title: string, trainerId: string, number: number | null) => ({
    kind,
    title,
    trainer: { id: trainerId, name: trainers.find(({ id }) => id === trainerId)?.name ?? "" },
    classroom: rooms.find((room) => room.number === number) ?? null,
  });
  return {
    THEORY: place("THEORY", wish.theoryTitle, wish.theoryTrainerId, wish.theoryClassroomNumber),
    PRACTICE: place("PRACTICE", wish.practiceTitle, wish.practiceTrainerId, wish.practiceClassroomNumber),
  };
}

type Counted = { periods: number };
const periodsOf = (lessons: readonly Counted[]): number => lessons.reduce((total, { periods }) => total + periods, 0);
const periodsOn = (lessons: readonly (Counted & { day: Day })[], on: Day): number =>
  periodsOf(lessons.filter(({ day }) => day === on));
const sumOf = (lessons: readonly (Counted & { kind: LessonKind })[]): Record<LessonKind, number> => ({
  THEORY: periodsOf(lessons.filter(({ kind }) => kind === "THEORY")),
  PRACTICE: periodsOf(lessons.filter(({ kind }) => kind === "PRACTICE")),
});
