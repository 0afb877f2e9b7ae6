import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { bookLesson } from "@/lib/lesson/commands/book";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import { bookLessonInput } from "@/lib/lesson/schema/book";
import { registerTrainer } from "@/lib/trainer/commands";
import type { DemoCohort } from "./cohorts";
import { patterns, slotsOf, times } from "./timetable";

/** Every half-day of a cohort's timetable, booked one by one as at the desk. */
export async function bookTimetable(actor: Actor, cohortId: string, { course, from, to, without }: DemoCohort) {
  for (const { on, half, classroom, trainer, title, kind } of slotsOf(patterns[course], from, to, without)) {
    const input = bookLessonInput.parse({
      cohortIds: [cohortId],
      title,
      kind,
      day: on,
      ...times[half],
      classroomNumber: classroom ?? noClassroom,
      trainerId: await trainerOf(actor, trainer),
    });
    await bookLesson(actor, input);
  }
}

/** The trainer of that name, registered at the desk where nobody has been yet. */
export async function trainerOf(actor: Actor, name: string): Promise<string> {
  const known = await db.trainer.findFirst({ where: { name }, select: { id: true } });
  return known?.id ?? (await registerTrainer(actor, { name, unit: "基地", speciality: specialities[name] })).id;
}

/** What each of them is known for (示意). */
const specialities: Record<string, string> = {
  杨雪: "电子商务",
  罗绒平措: "中式烹调",
  李蓉: "美容理论",
  白玛央金: "美容实操",
  格绒志玛: "客房服务",
  曲珍: "餐厅服务",
  阿旺: "毛织与编织",
  扎西顿珠: "木作",
};
