import type { Actor } from "@/lib/auth/actor";
import { createCourse, openCourse } from "@/lib/course/mutations";
import { createCourseInput } from "@/lib/course/schema";
import { type DemoCourse, demoCourses } from "./courses";

/** Every course written down and opened; gives their ids. */
export async function teachCourses(actor: Actor): Promise<Map<DemoCourse, string>> {
  const ids = new Map<DemoCourse, string>();
  for (const [key, course] of Object.entries(demoCourses)) {
    const { code, name, type, theoryPeriods, practicePeriods, minPeriods, ...occupation } = course;
    const input = createCourseInput.parse({
      courseCode: code,
      courseName: name,
      courseType: type,
      ...occupation,
      ...("planGraded" in course && { planGraded: "on" }),
      theoryPeriods: String(theoryPeriods),
      practicePeriods: String(practicePeriods),
      minPeriods: String(minPeriods),
    });
    const { id } = await createCourse(actor, input);
    await openCourse(actor, { courseId: id, version: 1 });
    ids.set(key as DemoCourse, id);
  }
  return ids;
}
