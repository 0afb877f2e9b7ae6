import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { tellingBothSides } from "@/lib/lesson/commands/clash";
import {
  holdClassroomAndTrainer,
  holdCohorts,
  holdLesson,
  periodsOf,
  refuseSharedTrainees,
  refuseWrongPlace,
  weighDay,
} from "@/lib/lesson/commands/hold";
import { listHolidays, refuseUnseen, tickedOn } from "@/lib/lesson/commands/holiday";
import type { WantedLesson } from "@/lib/lesson/queries/alternatives";
import { listLacks } from "@/lib/lesson/queries/fitting";
import { cancelLessonInput, joinLessonInput, moveLessonInput } from "@/lib/lesson/schema/book";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";

/** R36, I11: another time, classroom, trainer or subject; the people of the lesson come along, or it stays where it was. */
export const moveLesson = command({
  verb: "lesson.move",
  permission: "lesson:move",
  input: moveLessonInput,
  async run(tx, actor, input) {
    const { lessonId, version, title, kind, classroomNumber, trainerId, day, startsAt, endsAt } = input;
    const { before, cohorts } = await holdLesson(tx, lessonId, version);
    const cohortIds = cohorts.map(({ id }) => id);
    const wanted: WantedLesson = {
      lessonId,
      title,
      cohortIds,
      kind,
      classroomNumber,
      trainerId,
      day,
      startsAt,
      endsAt,
      periods: periodsOf(input),
    };
    refuseWrongPlace(cohorts, classroomNumber);
    const holidays = await listHolidays(tx, day === dayFromDate(before.day) ? [] : [day]);
    const stays = kind === before.kind && classroomNumber === before.classroomNumber;
    const lacks = stays ? [] : await listLacks(tx, actor.locale, cohortIds, [input]);
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
    refuseUnseen(holidays, { ...input, lacks });

    const { version: _, cancelledAt: __, ...was } = before;
    await recordAudit(tx, actor, "lesson.move", {
      type: "lesson",
      id: lessonId,
      before: { ...was, day: dayFromDate(was.day) },
      after: { ...next, day, ...weight, ...tickedOn(holidays, day, lacks) },
    });
    return {};
  },
});

/** Frees classroom, trainer, cohorts and trainees; the lesson stays as a record of what was planned. */
export const cancelLesson = command({
  verb: "lesson.cancel",
  permission: "lesson:cancel",
  input: cancelLessonInput,
  async run(tx, actor, { lessonId, version, reason }) {
    await holdLesson(tx, lessonId, version);
    await cancel(tx, actor, [lessonId], reason);
    return {};
  },
});

/** Frees what the lessons of a cohort took that does not take place; a joint lesson goes on for its other cohorts. The cohort is held. */
export async function cancelLessonsOf(tx: Tx, actor: Actor, cohortId: string, reason: string): Promise<void> {
  const lessons = await tx.lesson.findMany({
    where: { cancelledAt: null, AND: [{ cohorts: { some: { cohortId } } }, { cohorts: { every: { cohortId } } }] },
    select: { id: true },
  });
  const ids = lessons.map(({ id }) => id);
  await cancel(tx, actor, ids, reason);
}

/** One entry a lesson; who calls holds them. */
export async function cancel(tx: Tx, actor: Actor, ids: string[], reason: string): Promise<void> {
  for (const id of ids) await recordAudit(tx, actor, "lesson.cancel", { type: "lesson", id, reason });
  await tx.lesson.updateMany({
    where: { id: { in: ids } },
    data: { cancelledAt: new Date(), cancelReason: reason, version: { increment: 1 } },
  });
}

/** R37: more cohorts join a lesson that is already booked; it becomes a joint lesson with the sum of heads. */
export const joinLesson = command({
  verb: "lesson.join",
  permission: "lesson:book",
  input: joinLessonInput,
  async run(tx, actor, { lessonId, version, cohortIds: joining, accepted }) {
    const present = await tx.lessonCohort.findMany({ where: { lessonId }, select: { cohortId: true } });
    const cohorts = await holdCohorts(tx, [...present.map(({ cohortId }) => cohortId), ...joining]);
    const { before } = await holdLesson(tx, lessonId, version);
    const { kind, classroomNumber, trainerId, startsAt, endsAt, periods } = before;
    refuseWrongPlace(cohorts, classroomNumber);
    await refuseSharedTrainees(tx, cohorts);

    const cohortIds = cohorts.map(({ id }) => id);
    const wanted: WantedLesson = {
      lessonId,
      cohortIds,
      kind,
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
    const lacks = await listLacks(tx, actor.locale, joining, [before]);
    refuseUnseen([], { accepted, lacks });
    const after = { cohortIds, ...weight, ...tickedOn([], wanted.day, lacks) };
    await recordAudit(tx, actor, "lesson.join", { type: "lesson", id: lessonId, after });
    return {};
  },
});
