import type { Actor } from "@/lib/auth/actor";
import { createCourse } from "@/lib/course/commands/edit";
import { openCourse } from "@/lib/course/commands/move";
import { readOccupations } from "@/lib/course/rules";
import { type DemoCourse, demoCourses } from "./courses";

/** Every course written down and opened; gives their ids. */
export async function teachCourses(actor: Actor): Promise<Map<DemoCourse, string>> {
  const ids = new Map<DemoCourse, string>();
  for (const [key, course] of Object.entries(demoCourses)) {
    const { covered, practiceKinds, practiceEquipment, ...rest } = { ...leftOut, ...course };
    const needs = { practiceKinds: [...practiceKinds], practiceEquipment: [...practiceEquipment] };
    const known = { ...rest, ...needs, covered: readOccupations(covered) };
    const { id } = await createCourse(actor, known);
    await openCourse(actor, { courseId: id, version: 1 });
    ids.set(key as DemoCourse, id);
  }
  return ids;
}

const leftOut = { covered: "", practiceKinds: [], practiceEquipment: [] } as const;
