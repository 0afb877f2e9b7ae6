import { type Half, halfOf, halves, isPreset, presets } from "@/lib/lesson/rules/half-day";
import { addDays, type Day } from "@/lib/value/calendar";
import { addMinutes, type Clock, minutesBetween } from "@/lib/value/clock";
import { workedBy } from "@/lib/working-day/rules";

export type Time = { day: Day; startsAt: string; endsAt: string };
export type Room = { number: number; label: string; name: string; seats: number; kind: string };

/** What was to be booked: with how many heads, and from when to when its cohorts run. */
export type Wanted = Time & { classroomNumber: number | null; heads: number; periods: number; from: Day; to: Day };

/** A time that is taken: in one classroom, or everywhere because cohort, trainer or trainees are busy. */
export type Taken = { classroomNumber: number | null; everywhere: boolean; from: string; to: string };

/** Whether the offer keeps the time, the classroom or neither. */
export type Offer = Time & { classroom: Room | null; keeps: "time" | "classroom" | "neither" };

/**
 * Three ways out of a clash that are free at this moment: the same time in the classroom most like the wanted one,
 * then other half-days in the wanted classroom, then whatever is left.
 */
export function chooseAlternatives(
  wanted: Wanted,
  rooms: Room[],
  taken: Taken[],
  most: (day: Day) => number,
  isWorked: (day: Day) => boolean = workedBy([]),
): Offer[] {
  const times = otherHalfDays(wanted, isWorked).filter(
    (time) => most(time.day) >= wanted.periods && !isBusy(time, taken),
  );
  const sameTime = isBusy(wanted, taken)
    ? []
    : freeRooms(wanted, wanted, rooms, taken).map((room) => offer(wanted, room, "time"));
  const sameRoom = times
    .filter((time) => isFree(time, wanted.classroomNumber, taken) && seatsEnough(wanted, rooms))
    .map((time) => offer(time, rooms.find(({ number }) => number === wanted.classroomNumber) ?? null, "classroom"));
  const neither = times.flatMap((time) =>
    freeRooms(wanted, time, rooms, taken)
      .map((room) => offer(time, room, "neither"))
      .slice(0, 1),
  );

  return [
    ...sameTime.slice(0, 1),
    ...sameRoom.slice(0, 2),
    ...sameTime.slice(1),
    ...sameRoom.slice(2),
    ...neither,
  ].slice(0, 3);
}

const offer = ({ day, startsAt, endsAt }: Time, classroom: Room | null, keeps: Offer["keeps"]): Offer => ({
  day,
  startsAt,
  endsAt,
  classroom,
  keeps,
});

/** The half-days of working days after the wanted time while the cohorts run, then those before it. */
function otherHalfDays(wanted: Wanted, isWorked: (day: Day) => boolean): Time[] {
  const found: Time[] = [];
  const asked = { day: wanted.day, half: halfOf(wanted.startsAt) };
  for (let day = wanted.from; day <= wanted.to; day = addDays(day, 1)) {
    if (!isWorked(day) && day !== wanted.day) continue;
    for (const half of halves)
      if (day !== asked.day || half !== asked.half) found.push({ day, ...timesOf(wanted, half) });
  }
  const later = found.filter(({ day }) => day >= wanted.day);
  return [...later, ...found.filter(({ day }) => day < wanted.day)];
}

/** As long as what was wanted; a lesson of 4 课时 keeps the hours of the house. */
function timesOf(wanted: Wanted, half: Half): { startsAt: string; endsAt: string } {
  const { startsAt, endsAt } = presets[half];
  return isPreset(wanted)
    ? { startsAt, endsAt }
    : { startsAt, endsAt: addMinutes(startsAt, minutesBetween(wanted.startsAt as Clock, wanted.endsAt as Clock)) };
}

/** Classrooms with enough seats, those of the same kind and of the closest size first. */
function freeRooms(wanted: Wanted, time: Time, rooms: Room[], taken: Taken[]): Room[] {
  const asked = rooms.find(({ number }) => number === wanted.classroomNumber);
  if (!asked) return [];
  const distance = (room: Room) => (room.kind === asked.kind ? 0 : 1_000) + Math.abs(room.seats - asked.seats);
  return rooms
    .filter((room) => room.number !== asked.number && room.seats >= wanted.heads && isFree(time, room.number, taken))
    .sort((one, other) => distance(one) - distance(other) || one.number - other.number);
}

function seatsEnough({ classroomNumber, heads }: Wanted, rooms: Room[]): boolean {
  return classroomNumber === null || rooms.some(({ number, seats }) => number === classroomNumber && seats >= heads);
}

const isBusy = (time: Time, taken: Taken[]): boolean => taken.some((one) => one.everywhere && overlaps(time, one));

const isFree = (time: Time, classroomNumber: number | null, taken: Taken[]): boolean =>
  classroomNumber === null || !taken.some((one) => one.classroomNumber === classroomNumber && overlaps(time, one));

/** R36: touching ends are allowed. */
const overlaps = ({ day, startsAt, endsAt }: Time, { from, to }: Taken): boolean =>
  `${day} ${startsAt}` < to && `${day} ${endsAt}` > from;
