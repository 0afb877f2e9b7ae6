import "server-only";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";

/** The course locked against others who change it, with what its form shows. */
export async function holdCourse(tx: Tx, id: string) {
  await hold(tx, "courses", id);
  const course = await tx.course.findUnique({ where: { id }, select: held });
  if (!course) throw new Refusal("WRONG_STATE");
  return course;
}

export type HeldCourse = Awaited<ReturnType<typeof holdCourse>>;

type Periods = Pick<HeldCourse, "theoryPeriods" | "practicePeriods" | "minPeriods">;

/** R42: a course that plans less than it asks for could never be opened as a cohort. */
export function refuseTooShort({ theoryPeriods, practicePeriods, minPeriods }: Periods): void {
  const planned = theoryPeriods + practicePeriods;
  if (planned < minPeriods)
    throw new Refusal("INPUT_WRONG", { field: "minPeriods", case: "COURSE_TOO_SHORT", planned, minimum: minPeriods });
}

const held = {
  name: true,
  type: true,
  occupation: true,
  occupationCode: true,
  level: true,
  theoryPeriods: true,
  practicePeriods: true,
  minPeriods: true,
  planGraded: true,
  description: true,
  practiceKinds: true,
  practiceEquipment: true,
  state: true,
  version: true,
  covered: {
    select: { occupation: true, occupationCode: true, level: true },
    orderBy: { occupation: "asc" },
  },
} as const;
