import { appointTeacher } from "@/lib/class-teacher/commands";
import { listLessonsOfCohort } from "@/lib/lesson/queries/timetable";
import { addHelper } from "@/lib/lesson-helper/commands";
import type { Day } from "@/lib/value/calendar";
import { trainerOf } from "./lesson-story";
import type { Cast } from "./story";

/** 阿旺 is class teacher of a running cohort from its first day; 扎西顿珠 interprets in the lessons of the first two days (示意). */
export async function giveHelpersOf(cast: Cast, cohortId: string, startsOn: Day) {
  const clerk = cast("yangjin", startsOn);
  const [teacher, interpreter] = [await trainerOf(clerk, "阿旺"), await trainerOf(clerk, "扎西顿珠")];
  await appointTeacher(clerk, { cohortId, trainerId: teacher, fromDay: startsOn, untilDay: undefined });

  const lessons = await listLessonsOfCohort(cohortId);
  const days = [...new Set(lessons.map(({ day }) => day))].slice(0, 2);
  for (const { id, day, trainer } of lessons)
    if (days.includes(day) && trainer.id !== interpreter)
      await addHelper(clerk, { lessonId: id, trainerId: interpreter, role: "INTERPRETER" });
}
