import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { hold, refuseOtherVersion } from "@/lib/database/hold";
import type { WantedLesson } from "@/lib/lesson/queries/alternatives";
import { totalPeriods } from "@/lib/lesson/queries/timetable";
import { noBooking } from "@/lib/lesson/rules/booking";
import { Refusal } from "@/lib/refusal/refusal";
import { findParameters } from "@/lib/setting/parameter";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { clock, periodsBetween } from "@/lib/value/clock";
import { CohortState } from "@/prisma/generated/enums";

const cohort = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  atBase: z.boolean(),
  state: z.enum(CohortState),
  heads: z.number(),
});

/** The first locks of every story about a lesson: its cohorts by id, so that roster and timetable stand still together. */
export async function holdCohorts(tx: Tx, cohortIds: string[]) {
  const found = await tx.$queryRaw`
    SELECT id, number, title, at_base AS "atBase", state::text, confirmed AS heads FROM cohorts WHERE id = ANY (${cohortIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const held = z.array(cohort).parse(found);
  if (held.length < new Set(cohortIds).size)
    throw new Refusal("INPUT_WRONG", { field: "cohortIds", case: "UNKNOWN_COHORT" });

  const no = held.map(noBooking).find(Boolean);
  if (no) throw new Refusal(no.refusal, { field: "cohortIds", ...no.figures });
  return held;
}

export type HeldCohort = Awaited<ReturnType<typeof holdCohorts>>[number];

/** A lesson as the page showed it, after its cohorts, in the order of all locks; cancelled it cannot be changed any more. */
export async function holdLesson(tx: Tx, lessonId: string, version: number) {
  const lesson = await tx.lesson.findUnique({
    where: { id: lessonId },
    select: { cohorts: { select: { cohortId: true } } },
  });
  if (!lesson) throw new Refusal("INPUT_WRONG", { field: "lessonId", case: "UNKNOWN_LESSON" });

  const cohorts = await holdCohorts(
    tx,
    lesson.cohorts.map(({ cohortId }) => cohortId),
  );
  await hold(tx, "lessons", lessonId);
  const before = await tx.lesson.findUniqueOrThrow({
    where: { id: lessonId },
    select: {
      version: true,
      cancelledAt: true,
      title: true,
      kind: true,
      classroomNumber: true,
      trainerId: true,
      day: true,
      startsAt: true,
      endsAt: true,
      periods: true,
    },
  });
  if (before.cancelledAt) throw new Refusal("WRONG_STATE", { field: "lessonId" });
  refuseOtherVersion(before, version);
  return { before, cohorts };
}

/** R27: who is trained at the base sits in one of its classrooms, who is trained elsewhere does not. */
export function refuseWrongPlace(cohorts: HeldCohort[], classroomNumber: number | null): void {
  const atBase = cohorts.filter((one) => one.atBase);
  if (atBase.length > 0 && classroomNumber === null)
    throw new Refusal("INPUT_WRONG", { field: "classroomNumber", case: "NEEDS_CLASSROOM" });
  if (atBase.length < cohorts.length && classroomNumber !== null)
    throw new Refusal("INPUT_WRONG", { field: "classroomNumber", case: "HAS_NO_CLASSROOM" });
}

/** R37: nobody sits on two chairs of a joint lesson; who is in two of its cohorts has to leave one of them first. */
export async function refuseSharedTrainees(tx: Tx, cohorts: HeldCohort[]): Promise<void> {
  if (cohorts.length < 2) return;
  const ids = cohorts.map(({ id }) => id);
  const shared = (await tx.$queryRaw`
    SELECT trainee_id FROM enrolments WHERE cohort_id = ANY (${ids}::uuid[]) AND state IN ('CONFIRMED', 'IN_TRAINING')
    GROUP BY trainee_id HAVING count(*) > 1`) as unknown[];
  if (shared.length > 0)
    throw new Refusal("TRAINEE_CLASH", { field: "cohortIds", case: "SHARED", trainees: shared.length });
}

/** R40: whole 课时 between two times; a lesson has at least one. */
export function periodsOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): number {
  if (endsAt <= startsAt) throw new Refusal("INPUT_WRONG", { field: "endsAt", case: "ENDS_BEFORE_START" });
  const periods = periodsBetween(clock(startsAt), clock(endsAt));
  if (periods === 0) throw new Refusal("INPUT_WRONG", { field: "endsAt", case: "SHORTER_THAN_PERIOD" });
  return periods;
}

/**
 * Classroom and trainer, after the cohorts: two desks that want the same one come one after the other. The constraints would
 * keep them apart as well, but each would wait for the other until one is sent away as a deadlock.
 */
export async function holdClassroomAndTrainer(
  tx: Tx,
  { classroomNumber, trainerId, day }: Pick<WantedLesson, "classroomNumber" | "trainerId" | "day">,
): Promise<void> {
  if (classroomNumber !== null) await hold(tx, "classrooms", classroomNumber);
  await holdTrainer(tx, trainerId, day);
}

type Taking = { classroomNumber: number | null; trainerId: string };

/** Every classroom, then every trainer, each in one order: lesson by lesson two timetables would wait for each other. */
export async function holdTogether(tx: Tx, lessons: readonly Taking[]): Promise<void> {
  const classrooms = lessons.map(({ classroomNumber }) => classroomNumber).filter((number) => number !== null);
  const trainers = lessons.map(({ trainerId }) => trainerId);
  await hold(tx, "classrooms", ...classrooms);
  await hold(tx, "trainers", ...trainers);
}

/** Who has left by that day teaches no more. */
export async function holdTrainer(tx: Tx, trainerId: string, day: Day): Promise<void> {
  const [trainer] = z
    .array(z.object({ left: z.boolean() }))
    .parse(
      await tx.$queryRaw`SELECT coalesce(left_on <= ${dateFromDay(day)}::date, false) AS left FROM trainers WHERE id = ${trainerId}::uuid FOR NO KEY UPDATE`,
    );
  if (!trainer || trainer.left) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "TRAINER_LEFT" });
}

/** R41: more 课时 on one day than people can take is refused; what is only much comes back, to be shown and kept. */
export async function weighDay(
  tx: Tx,
  cohorts: HeldCohort[],
  { lessonId, day, periods }: Pick<WantedLesson, "lessonId" | "day" | "periods">,
): Promise<{ heavyDay?: number }> {
  const parameters = await findParameters(tx, day);
  const [most, much] = [parameters("periods_a_day_most"), parameters("periods_a_day_warning")];
  let heaviest = 0;
  for (const { id, number } of cohorts) {
    const total = periods + (await totalPeriods(tx, id, day, lessonId));
    if (total > most)
      throw new Refusal("INPUT_WRONG", { field: "day", case: "DAY_FULL", number, periods: total, most });
    heaviest = Math.max(heaviest, total);
  }
  return heaviest > much ? { heavyDay: heaviest } : {};
}
