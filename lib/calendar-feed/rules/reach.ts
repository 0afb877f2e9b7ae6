import { grantOf } from "@/lib/auth/permissions";
import type { Scope } from "@/lib/lesson/rules/scope";
import type { Role } from "@/prisma/generated/enums";

/** Whose calendar it is: a role, and the trainer whose lessons are the scope of a trainer. */
type Reader = { role: Role; trainerId?: string | null | undefined };

/** U18: whoever sees the timetable may follow all of it and each part; a trainer the own lessons only. */
export function mayFollow({ role, trainerId }: Reader, of: Scope | null): boolean {
  const grant = grantOf(role, "schedule:subscribe");
  return grant === "Y" || (grant === "S" && of?.kind === "trainer" && of.id === trainerId);
}

type Columns = { classroomNumber: number | null; trainerId: string | null; cohortId: string | null };

/** A scope as the columns of a feed; all lessons are none of them. */
export const columnsOf = (of: Scope | null): Columns => ({
  classroomNumber: of?.kind === "room" ? Number(of.id) : null,
  trainerId: of?.kind === "trainer" ? of.id : null,
  cohortId: of?.kind === "cohort" ? of.id : null,
});

export function scopeOf({ classroomNumber, trainerId, cohortId }: Columns): Scope | null {
  if (classroomNumber !== null) return { kind: "room", id: String(classroomNumber) };
  if (trainerId !== null) return { kind: "trainer", id: trainerId };
  return cohortId === null ? null : { kind: "cohort", id: cohortId };
}
