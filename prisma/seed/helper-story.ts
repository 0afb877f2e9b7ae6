import { appointTeacher } from "@/lib/class-teacher/commands";
import { db } from "@/lib/database/db";
import { listLessonsOfCohort } from "@/lib/lesson/queries/timetable";
import { addHelper } from "@/lib/lesson-helper/commands";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { trainerOf } from "./lesson-story";
import type { Cast } from "./story";

/** 阿旺 is class teacher of a running cohort from its first day; 扎西顿珠 interprets on the first two days where he is free (示意). */
export async function giveHelpersOf(cast: Cast, cohortId: string, startsOn: Day) {
  const clerk = cast("yangjin", startsOn);
  const [teacher, interpreter] = [await trainerOf(clerk, "阿旺"), await trainerOf(clerk, "扎西顿珠")];
  await appointTeacher(clerk, { cohortId, trainerId: teacher, fromDay: startsOn, untilDay: undefined });

  const lessons = await listLessonsOfCohort(cohortId);
  const days = [...new Set(lessons.map(({ day }) => day))].slice(0, 2);
  for (const { id, day, startsAt, trainer } of lessons)
    if (days.includes(day) && trainer.id !== interpreter && (await isFree(interpreter, day, startsAt)))
      await addHelper(clerk, { lessonId: id, trainerId: interpreter, role: "INTERPRETER" });
}

/** Neither teaching nor helping elsewhere at that time of the half-day. */
const isFree = async (trainerId: string, day: Day, startsAt: string) =>
  (await db.lesson.count({
    where: { day: dateFromDay(day), startsAt, OR: [{ trainerId }, { helpers: { some: { trainerId } } }] },
  })) === 0;
