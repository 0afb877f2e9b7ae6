import { addDays, type Day, weekday } from "@/lib/value/calendar";

/** Where the timetable of an earlier run begins anew: the first day of the new run on the same weekday, so that its weeks keep their shape. */
export function beginAnew(firstLesson: Day, startsOn: Day): Day {
  return addDays(startsOn, (weekday(firstLesson) - weekday(startsOn) + 7) % 7);
}

type Place = { classroomNumber: number | null };

/** R27: off the base without a classroom; at the base where it was, unless all lessons move to another classroom. */
export function placeAnew(was: Place, wish: Place, atBase: boolean): number | null {
  return atBase ? (wish.classroomNumber ?? was.classroomNumber) : null;
}
