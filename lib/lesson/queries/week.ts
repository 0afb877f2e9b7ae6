import "server-only";
import { type Closure, closuresWithin, type Room } from "@/lib/classroom/queries";
import { db } from "@/lib/database/db";
import { provided, together } from "@/lib/database/together";
import { type LessonRecord, lessonsWhere } from "@/lib/lesson/queries/record";
import { type Choices, choicesWithin, taught } from "@/lib/lesson/queries/scope";
import { overStates } from "@/lib/lesson/rules/booking";
import type { Scope } from "@/lib/lesson/rules/scope";
import type { Rows } from "@/lib/lesson/rules/view";
import { layOut, outsideOf, tally, teachingDays } from "@/lib/lesson/rules/week";
import { type Leave, leavesWithin } from "@/lib/trainer-leave/queries";
import { addDays, type Day, daysOfWeek, type Week } from "@/lib/value/calendar";
import { exceptionsWithin } from "@/lib/working-day/queries";

/** A week as a table of half-days, with its holidays and make-up days: classrooms with what is out of service, trainers with their leave, or cohorts. */
export async function listWeek(week: Week, by: Rows, of?: Scope) {
  const all = daysOfWeek(week);
  const [monday, sunday] = [all[0] as Day, all[6] as Day];
  const { lessons, exceptions, closures, leaves, ...choices } = await together(db, {
    lessons: lessonsWhere(taught(monday, sunday, of)),
    exceptions: exceptionsWithin(monday, sunday),
    closures: provided(by === "room", closuresWithin({ from: monday, to: addDays(sunday, 1) })),
    leaves: provided(by === "trainer", leavesWithin({ from: monday, to: sunday })),
    ...choicesWithin(monday, sunday, of),
  });
  const days = teachingDays(all, lessons, exceptions);
  const rows = {
    room: () => rowsOfClassrooms(days, lessons, choices.rooms, closures),
    trainer: () => rowsOfTrainers(days, lessons, choices.trainers, leaves),
    cohort: () => rowsOfCohorts(days, lessons, choices.cohorts),
  }
    [by]()
    .filter(isMeant(by, of));
  return {
    week,
    days,
    exceptions,
    rows,
    choices,
    lessons,
    count: tally(rows.map(({ halves }) => halves)),
    outside: lessons.filter(({ classroom }) => classroom === null),
  };
}

export type WeekTable = Awaited<ReturnType<typeof listWeek>>;
export type WeekRow = WeekTable["rows"][number];

const isOpen = true;

function rowsOfClassrooms(days: Day[], lessons: LessonRecord[], rooms: Room[], closures: Closure[]) {
  return rooms.map(({ number, label, name, seats }) => {
    const mine = lessons.filter(({ classroom }) => classroom?.number === number);
    const closed = closures.filter(({ classroomNumber }) => classroomNumber === number);
    return { id: String(number), label, name, seats, isOpen, halves: layOut(days, mine, closed) };
  });
}

/** Why somebody is on leave is not for the door. */
function rowsOfTrainers(days: Day[], lessons: LessonRecord[], trainers: Choices["trainers"], leaves: Leave[]) {
  return trainers.map(({ id, name }) => {
    const mine = lessons.filter(({ trainer }) => trainer.id === id);
    const away = leaves
      .filter(({ trainerId }) => trainerId === id)
      .map(({ startsOn, endsOn }) => ({ reason: "", from: `${startsOn} 00:00`, to: `${endsOn} 24:00` }));
    return { id, label: "", name, seats: undefined, isOpen, halves: layOut(days, mine, away) };
  });
}

/** R41: a cohort has no lesson before its first day and after its last; one that is over or not yet to be booked has no free cells. */
function rowsOfCohorts(days: Day[], lessons: LessonRecord[], cohorts: Choices["cohorts"]) {
  return cohorts.map(({ id, number, title, state, ...dates }) => {
    const mine = lessons.filter((lesson) => lesson.cohorts.some((cohort) => cohort.id === id));
    const halves = layOut(days, mine, outsideOf(dates));
    return { id, label: number, name: title, seats: undefined, isOpen: !overStates.includes(state), halves };
  });
}

/** Of the rows that are chosen among, the chosen one; of others those that have a lesson of it. */
const isMeant =
  (by: Rows, of: Scope | undefined) =>
  ({ id, halves }: { id: string; halves: { lessons: unknown[] }[] }) =>
    !of || (of.kind === by ? of.id === id : halves.some(({ lessons }) => lessons.length > 0));
