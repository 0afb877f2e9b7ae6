import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import { holdCourse, refuseTooShort } from "@/lib/course/commands/hold";
import { mayCourseBecome } from "@/lib/course/rules";
import { type MoveCourse, moveCourseInput } from "@/lib/course/schema";
import type { Tx } from "@/lib/database/db";
import { refuseOtherVersion } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";
import type { CourseState } from "@/prisma/generated/enums";

export const openCourse = command({
  verb: "course.open",
  permission: "course:edit",
  input: moveCourseInput,
  run: (tx, actor, input) => move(tx, actor, input, { to: "OPEN", verb: "course.open" }),
});

export const archiveCourse = command({
  verb: "course.archive",
  permission: "course:edit",
  input: moveCourseInput,
  run: (tx, actor, input) => move(tx, actor, input, { to: "ARCHIVED", verb: "course.archive" }),
});

type Step = { to: CourseState; verb: Verb };

async function move(tx: Tx, actor: Actor, { courseId: id, version }: MoveCourse, { to, verb }: Step) {
  const course = await holdCourse(tx, id);
  if (!mayCourseBecome(course.state, to)) throw new Refusal("WRONG_STATE");
  refuseOtherVersion(course, version, { case: "RELOAD" });
  if (to === "OPEN") refuseTooShort(course);

  await tx.course.update({ where: { id }, data: { state: to, version: { increment: 1 } }, select: { id: true } });
  await recordAudit(tx, actor, verb, { type: "course", id, before: { state: course.state }, after: { state: to } });
  return {};
}
