import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { toldOf } from "@/lib/audit/rules";
import { appointTeacherInput, endTeacherInput } from "@/lib/class-teacher/schema";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { holdCohorts } from "@/lib/lesson/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { addDays, dateFromDay, dayFromDate } from "@/lib/value/calendar";

/** 班主任 of a cohort from a day on, of all its lessons without a row each; no day has two. */
export const appointTeacher = command({
  verb: "cohort.appointTeacher",
  permission: "cohort:draft",
  input: appointTeacherInput,
  async run(tx, actor, { cohortId, trainerId, fromDay, untilDay }) {
    await holdCohorts(tx, [cohortId]);
    if (untilDay && untilDay < fromDay) throw new Refusal("INPUT_WRONG", { field: "untilDay", case: "TEACHER_TURNED" });
    const teacher = await nameOf(tx, trainerId);
    const days = { fromDay: dateFromDay(fromDay), untilDay: untilDay ? dateFromDay(untilDay) : null };
    const data = { id: newId(), cohortId, trainerId, ...days, createdById: actor.id };
    await tx.cohortTeacher.create({ data, select: { id: true } });
    await recordAudit(tx, actor, "cohort.appointTeacher", {
      type: "cohort",
      id: cohortId,
      after: toldOf({ teacher, ...days }),
    });
    return { teacher };
  },
});

/** The last day as class teacher; ended on the day before the first, the post was never taken up. */
export const endTeacher = command({
  verb: "cohort.endTeacher",
  permission: "cohort:draft",
  input: endTeacherInput,
  async run(tx, actor, { cohortId, postId: id, untilDay }) {
    await holdCohorts(tx, [cohortId]);
    const post = await tx.cohortTeacher.findFirst({
      where: { id, cohortId },
      select: { trainerId: true, fromDay: true, untilDay: true },
    });
    if (!post) throw new Refusal("INPUT_WRONG", { field: "postId", case: "UNKNOWN_POST" });
    const least = addDays(dayFromDate(post.fromDay), -1);
    const was = post.untilDay && dayFromDate(post.untilDay);
    if (untilDay < least) throw new Refusal("INPUT_WRONG", { field: "untilDay", case: "TEACHER_TURNED" });
    if (was && was <= untilDay) throw new Refusal("WRONG_STATE", { field: "untilDay", case: "POST_ENDED", day: was });

    const teacher = await nameOf(tx, post.trainerId);
    await tx.cohortTeacher.update({ where: { id }, data: { untilDay: dateFromDay(untilDay) }, select: { id: true } });
    await recordAudit(tx, actor, "cohort.endTeacher", {
      type: "cohort",
      id: cohortId,
      before: toldOf({ untilDay: post.untilDay }),
      after: { teacher, untilDay },
    });
    return { teacher };
  },
});

async function nameOf(tx: Tx, trainerId: string): Promise<string> {
  const trainer = await tx.trainer.findUnique({ where: { id: trainerId }, select: { name: true } });
  if (!trainer) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "UNKNOWN_TRAINER" });
  return trainer.name;
}
