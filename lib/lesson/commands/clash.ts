import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import type { HeldCohort } from "@/lib/lesson/commands/hold";
import { findAlternatives, type WantedLesson } from "@/lib/lesson/queries/alternatives";
import { findSeatsNeeded } from "@/lib/lesson/queries/seats";
import { findLesson } from "@/lib/lesson/queries/timetable";
import { asRefusal, type Figures, isPassing, Refusal, type RefusalName } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";

const clashes: RefusalName[] = ["CLASSROOM_TAKEN", "TRAINER_TAKEN", "COHORT_TAKEN", "TRAINEE_CLASH", "ROOM_TOO_SMALL"];

/**
 * Runs the step that the database may refuse; its refusal goes on with both sides named and ways out that are free.
 * The step is undone first, because a transaction that was refused answers no more questions.
 */
export async function tellingBothSides<T>(
  tx: Tx,
  wanted: WantedLesson,
  cohorts: HeldCohort[],
  step: () => Promise<T>,
): Promise<T> {
  await tx.$executeRaw`SAVEPOINT lesson`;
  try {
    const done = await step();
    await tx.$executeRaw`RELEASE SAVEPOINT lesson`;
    return done;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal || !clashes.includes(refusal.refusal)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT lesson`;
    throw await bothSides(tx, wanted, cohorts, refusal);
  }
}

/** In an act on many lessons a no says which of them it is about; what passes comes out as it is, to be tried again. */
export async function tellingWhich<T>(
  { day, startsAt }: Pick<WantedLesson, "day" | "startsAt">,
  step: () => Promise<T>,
) {
  try {
    return await step();
  } catch (error) {
    const no = asRefusal(error);
    if (!no || isPassing(no)) throw error;
    const { refusal, field, figures, lists } = no;
    throw new Refusal(refusal, { day, startsAt, ...figures, ...lists, ...(field && { field }) }, error);
  }
}

async function bothSides(
  tx: Tx,
  wanted: WantedLesson,
  cohorts: HeldCohort[],
  { refusal, field, figures }: Refusal,
): Promise<Refusal> {
  const offers = await findAlternatives(wanted, tx);
  const room =
    wanted.classroomNumber &&
    (await tx.classroom.findUnique({ where: { number: wanted.classroomNumber }, select: { label: true, name: true } }));
  return new Refusal(refusal, {
    field: field === "cohortId" || field === "traineeId" ? "cohortIds" : (field ?? "day"),
    ...figures,
    case: figures.case === "ON_LEAVE" ? figures.case : "LESSON",
    ...(room && { classroom: `${room.label} ${room.name}` }),
    ...(await existing(tx, wanted, refusal, figures)),
    ...(wanted.title && { title: wanted.title }),
    day: wanted.day,
    startsAt: wanted.startsAt,
    endsAt: wanted.endsAt,
    cohorts: named(cohorts),
    heads: cohorts.reduce((sum, { heads }) => sum + heads, 0) || (await findSeatsNeeded(tx, wanted.cohortIds)),
    offers,
  });
}

const named = (cohorts: { number: string; title: string }[]): string[] =>
  cohorts.map(({ number, title }) => `${number} ${title}`);

/** What already stands there: the lesson, the time out of service, or the leave, of which the refusal has the days. */
async function existing(
  tx: Tx,
  wanted: WantedLesson,
  refusal: RefusalName,
  figures: Figures,
): Promise<Record<string, string | number | string[]>> {
  if (typeof figures.closure === "string") {
    const closure = await tx.classroomClosure.findUnique({ where: { id: figures.closure }, select: { reason: true } });
    return { closureReason: closure?.reason ?? "" };
  }
  if (figures.leave) {
    const { name } = await tx.trainer.findUniqueOrThrow({ where: { id: wanted.trainerId }, select: { name: true } });
    return { onLeave: name };
  }
  const lessonId = typeof figures.lesson === "string" ? figures.lesson : await findInTheWay(tx, wanted, refusal);
  const other = lessonId && (await findLesson(lessonId, tx));
  if (!other) return {};
  return {
    lesson: other.id,
    otherCohorts: named(other.cohorts),
    otherTitle: other.title,
    otherDay: other.day,
    otherStartsAt: other.startsAt,
    otherEndsAt: other.endsAt,
    otherHeads: other.heads,
    otherTrainer: other.trainer.name,
  };
}

/** Booked by another desk between the trigger's look and the constraint: the constraint names nobody, so we look again. */
async function findInTheWay(tx: Tx, wanted: WantedLesson, refusal: RefusalName): Promise<string | undefined> {
  const { cohortIds, lessonId = null, classroomNumber, trainerId, day, startsAt, endsAt } = wanted;
  const found = await tx.$queryRaw`
    SELECT id FROM lessons l
    WHERE cancelled_at IS NULL AND during && span(${dateFromDay(day)}::date, ${startsAt}, ${endsAt}) AND id IS DISTINCT FROM ${lessonId}::uuid
      AND CASE ${refusal}
        WHEN 'CLASSROOM_TAKEN' THEN classroom_number = ${classroomNumber}::int
        WHEN 'TRAINER_TAKEN' THEN trainer_id = ${trainerId}::uuid
        WHEN 'COHORT_TAKEN' THEN EXISTS (SELECT FROM lesson_cohorts lc WHERE lc.lesson_id = l.id AND lc.cohort_id = ANY (${cohortIds}::uuid[]))
        WHEN 'TRAINEE_CLASH' THEN EXISTS (SELECT FROM trainee_lessons tl JOIN enrolments e USING (trainee_id)
          WHERE tl.lesson_id = l.id AND e.cohort_id = ANY (${cohortIds}::uuid[]) AND e.state IN ('CONFIRMED', 'IN_TRAINING'))
        ELSE false END
    LIMIT 1`;
  return z.array(z.object({ id: z.string() })).parse(found)[0]?.id;
}
