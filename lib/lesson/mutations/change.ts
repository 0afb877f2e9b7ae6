import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import { tellingBothSides } from "@/lib/lesson/mutations/clash";
import {
  holdClassroomAndTrainer,
  holdCohorts,
  holdLesson,
  periodsOf,
  refuseSharedTrainees,
  refuseWrongPlace,
  weighDay,
} from "@/lib/lesson/mutations/hold";
import type { WantedLesson } from "@/lib/lesson/queries/alternatives";
import type { CancelLesson, JoinLesson, MoveLesson } from "@/lib/lesson/schema";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";

/** R36, I11: another time, classroom, trainer or subject; the people of the lesson come along, or it stays where it was. */
export async function moveLesson(actor: Actor, input: MoveLesson): Promise<void> {
  const { lessonId, version, title, kind, classroomNumber, trainerId, day, startsAt, endsAt } = input;
  await transaction(async (tx) => {
    const { before, cohorts } = await holdLesson(tx, lessonId, version);
    const cohortIds = cohorts.map(({ id }) => id);
    const wanted: WantedLesson = {
      lessonId,
      cohortIds,
      classroomNumber,
      trainerId,
      day,
      startsAt,
      endsAt,
      periods: periodsOf(input),
    };
    refuseWrongPlace(cohorts, classroomNumber);
    await holdClassroomAndTrainer(tx, wanted);

    const next = { title, kind, classroomNumber, trainerId, startsAt, endsAt, periods: wanted.periods };
    await tellingBothSides(tx, wanted, cohorts, () =>
      tx.lesson.update({
        where: { id: lessonId },
        data: { ...next, day: dateFromDay(day), version: { increment: 1 } },
        select: { id: true },
      }),
    );
    const weight = await weighDay(tx, cohorts, wanted);

    const { version: _, cancelledAt: __, ...was } = before;
    await recordAudit(tx, actor, "lesson.move", {
      type: "lesson",
      id: lessonId,
      before: { ...was, day: dayFromDate(was.day) },
      after: { ...next, day, ...weight },
    });
  });
}

/** Frees classroom, trainer, cohorts and trainees; the lesson stays as a record of what was planned. */
export async function cancelLesson(actor: Actor, { lessonId, version, reason }: CancelLesson): Promise<void> {
  await transaction(async (tx) => {
    await holdLesson(tx, lessonId, version);
    await tx.lesson.update({
      where: { id: lessonId },
      data: { cancelledAt: new Date(), cancelReason: reason, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, actor, "lesson.cancel", { type: "lesson", id: lessonId, reason });
  });
}

/** R37: more cohorts join a lesson that is already booked; it becomes a joint lesson with the sum of heads. */
export async function joinLesson(actor: Actor, { lessonId, version, cohortIds: joining }: JoinLesson): Promise<void> {
  await transaction(async (tx) => {
    const present = await tx.lessonCohort.findMany({ where: { lessonId }, select: { cohortId: true } });
    const cohorts = await holdCohorts(tx, [...present.map(({ cohortId }) => cohortId), ...joining]);
    const { before } = await holdLesson(tx, lessonId, version);
    const { classroomNumber, trainerId, startsAt, endsAt, periods } = before;
    refuseWrongPlace(cohorts, classroomNumber);
    await refuseSharedTrainees(tx, cohorts);

    const cohortIds = cohorts.map(({ id }) => id);
    const wanted: WantedLesson = {
      lessonId,
      cohortIds,
      classroomNumber,
      trainerId,
      day: dayFromDate(before.day),
      startsAt,
      endsAt,
      periods,
    };
    await tellingBothSides(tx, wanted, cohorts, async () => {
      await tx.$executeRaw`INSERT INTO lesson_cohorts (lesson_id, cohort_id) SELECT ${lessonId}::uuid, unnest(${joining}::uuid[]) ON CONFLICT (lesson_id, cohort_id) DO NOTHING`;
      await tx.lesson.update({ where: { id: lessonId }, data: { version: { increment: 1 } }, select: { id: true } });
    });
    const weight = await weighDay(tx, cohorts, wanted);
    await recordAudit(tx, actor, "lesson.join", { type: "lesson", id: lessonId, after: { cohortIds, ...weight } });
  });
}
