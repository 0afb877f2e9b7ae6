import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { holdCohorts } from "@/lib/lesson/commands/hold";
import { addHelperInput, removeHelperInput } from "@/lib/lesson-helper/schema";
import { Refusal } from "@/lib/refusal/refusal";

/** Somebody of the register helps in a lesson; a second lesson at the same time is shown and not refused, a supervisor looks into several. */
export const addHelper = command({
  verb: "lesson.addHelper",
  permission: "lesson:move",
  input: addHelperInput,
  async run(tx, actor, { lessonId, trainerId, role }) {
    const lesson = await holdLesson(tx, lessonId);
    if (lesson.cancelledAt) throw new Refusal("WRONG_STATE", { field: "lessonId", case: "LESSON_CANCELLED" });
    const trainer = await tx.trainer.findUnique({ where: { id: trainerId }, select: { name: true } });
    if (!trainer) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "UNKNOWN_TRAINER" });
    if (lesson.trainerId === trainerId) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "HELPS_OWN" });

    await tx.lessonHelper.create({ data: { lessonId, trainerId, role }, select: { role: true } });
    await recordAudit(tx, actor, "lesson.addHelper", {
      type: "lesson",
      id: lessonId,
      after: { helper: trainer.name, helperRole: role },
    });
    return { helper: trainer.name };
  },
});

/** From then on the person has no part in the lesson; that there was one stands in its history. */
export const removeHelper = command({
  verb: "lesson.removeHelper",
  permission: "lesson:move",
  input: removeHelperInput,
  async run(tx, actor, { lessonId, trainerId, role }) {
    await holdLesson(tx, lessonId);
    const removed = await tx.lessonHelper.deleteMany({ where: { lessonId, trainerId, role } });
    if (removed.count === 0) throw new Refusal("WRONG_STATE", { field: "trainerId", case: "HELPER_GONE" });
    const { name } = await tx.trainer.findUniqueOrThrow({ where: { id: trainerId }, select: { name: true } });
    await recordAudit(tx, actor, "lesson.removeHelper", {
      type: "lesson",
      id: lessonId,
      before: { helper: name, helperRole: role },
    });
    return { helper: name };
  },
});

/** After its cohorts, as every story about a lesson; of a cohort that is over nothing changes any more. */
async function holdLesson(tx: Tx, lessonId: string) {
  const cohorts = await tx.lessonCohort.findMany({ where: { lessonId }, select: { cohortId: true } });
  await holdCohorts(
    tx,
    cohorts.map(({ cohortId }) => cohortId),
  );
  await hold(tx, "lessons", lessonId);
  const lesson = await tx.lesson.findUnique({
    where: { id: lessonId },
    select: { cancelledAt: true, trainerId: true },
  });
  if (!lesson) throw new Refusal("INPUT_WRONG", { field: "lessonId", case: "UNKNOWN_LESSON" });
  return lesson;
}
