import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { findPlanLimits } from "@/lib/cohort/queries/year";
import { listFaults } from "@/lib/cohort/rules/faults";
import { draftCohortInput, editCohortInput } from "@/lib/cohort/schema";
import { readable } from "@/lib/command/values";
import { db } from "@/lib/database/db";
import type { Typed } from "@/lib/refusal/answer";
import { Refusal } from "@/lib/refusal/refusal";

/** U24: what planning a cohort would refuse, as far as the fields that are right tell it. */
export async function foreseeDraft({ today }: Actor, typed: Typed): Promise<Refusal[]> {
  const { courseId, seats, ...plan } = readable(draftCohortInput.shape, typed);
  const over = courseId && seats ? await refuseSeats(courseId, seats, today) : [];
  return [...listFaults(plan).map((fault) => new Refusal("INPUT_WRONG", fault)), ...over];
}

/** The same for a change; what the form does not ask for stays as it is. */
export async function foreseeEdit({ today }: Actor, typed: Typed): Promise<Refusal[]> {
  const { cohortId, courseId, seats, ...plan } = readable(editCohortInput.shape, typed);
  const known = cohortId && (await db.cohort.findUnique({ where: { id: cohortId }, select: { courseId: true } }));
  const course = courseId ?? (known ? known.courseId : undefined);
  const over = course && seats ? await refuseSeats(course, seats, today) : [];
  return [...listFaults(plan).map((fault) => new Refusal("INPUT_WRONG", fault)), ...over];
}

/** R29, as the law says it when the cohort is written. */
async function refuseSeats(courseId: string, seats: number, today: Actor["today"]): Promise<Refusal[]> {
  const [course, limits] = await Promise.all([
    db.course.findUnique({ where: { id: courseId }, select: { type: true } }),
    findPlanLimits(today),
  ]);
  if (!course) return [];
  const most = course.type === "SKILL" ? limits.skill : limits.entrepreneurship;
  return seats > most ? [new Refusal("INPUT_WRONG", { field: "seats", case: "SEATS_OVER_TYPE", most })] : [];
}
