import { noteArrivals } from "@/lib/arrival/commands";
import { listArrivals } from "@/lib/arrival/queries";
import { takeRoll } from "@/lib/attendance/commands/take";
import { findRoll } from "@/lib/attendance/queries/roll";
import { listLessonsOfCohort } from "@/lib/lesson/queries/timetable";
import { addDays, type Day } from "@/lib/value/calendar";
import type { AttendanceMark } from "@/prisma/generated/enums";
import type { Cast } from "./story";

/** Who was not simply there, by place in the roster and lesson; all others were. */
const marks: Record<number, AttendanceMark> = {
  11: "LATE",
  29: "PERSONAL_LEAVE",
  47: "SICK_LEAVE",
  53: "LATE",
  71: "ABSENT",
  83: "LEFT_EARLY",
};

/** Most came on the first day, every seventh from far away on the day before; noted at the desk on both days. */
export async function noteArrivalsOf(cast: Cast, cohortId: string, startsOn: Day) {
  const people = await listArrivals(cohortId);
  const early = people.filter((_, n) => n % 7 === 3);
  for (const [day, came] of [
    [addDays(startsOn, -1), early],
    [startsOn, people.filter((person) => !early.includes(person))],
  ] as const)
    if (came.length > 0)
      await noteArrivals(cast("yangjin", day), { cohortId, enrolmentIds: came.map(({ id }) => id), day });
}

/** The rolls of a cohort before a day, taken at the desk on the day of each lesson; the last one was forgotten. */
export async function takeRolls(cast: Cast, cohortId: string, before: Day) {
  const held = (await listLessonsOfCohort(cohortId)).filter(({ day }) => day < before);
  for (const [place, { id, day }] of held.slice(0, -1).entries()) {
    const clerk = cast("yangjin", day);
    const people = (await findRoll(clerk, id))?.people ?? [];
    await takeRoll(clerk, {
      lessonId: id,
      traineeIds: people.map((person) => person.id),
      marks: people.map((_, n) => marks[(place * 7 + n * 5) % 97] ?? "PRESENT"),
      versions: people.map(() => 0),
    });
  }
}
