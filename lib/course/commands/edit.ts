import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf, toldOf } from "@/lib/audit/rules";
import { command } from "@/lib/command/command";
import { refuseOvertaken } from "@/lib/command/overtaken";
import { holdCourse, refuseTooShort } from "@/lib/course/commands/hold";
import { listFaults, type Occupation, printedOccupation } from "@/lib/course/rules";
import { createCourseInput, type EditCourse, editCourseInput } from "@/lib/course/schema";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";

/** A new course begins as a draft; two of one code there cannot be. */
export const createCourse = command({
  verb: "course.create",
  permission: "course:edit",
  input: createCourseInput,
  async run(tx, actor, { code, covered, ...input }) {
    const id = newId();
    const columns = columnsOf(input);
    const data = { id, code, isDemo: actor.isDemo, ...columns };
    const { count } = await tx.course.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new Refusal("INPUT_WRONG", { field: "code", case: "COURSE_CODE_TAKEN" });

    await writeCovered(tx, id, covered);
    await recordAudit(tx, actor, "course.create", {
      type: "course",
      id,
      after: toldOf({ code, ...columns, covered: printed(covered) }),
    });
    return { id };
  },
});

/** R42: cohorts that are already approved keep what they were approved with; later ones are measured by the new figures. */
export const editCourse = command({
  verb: "course.edit",
  permission: "course:edit",
  input: editCourseInput,
  async run(tx, actor, { courseId, version, covered, ...input }) {
    const { state, version: now, covered: had, ...rest } = await holdCourse(tx, courseId);
    const before = { ...rest, covered: printed(had) };
    if (now !== version) await refuseOvertaken(tx, [courseId], { version: now, ...before, ...needsAsText(before) });
    const columns = columnsOf(input);
    if (state === "OPEN") refuseTooShort(columns);

    await tx.course.update({
      where: { id: courseId },
      data: { ...columns, version: { increment: 1 } },
      select: { id: true },
    });
    const after = { ...columns, covered: printed(covered) };
    if (before.covered !== after.covered) {
      await tx.courseOccupation.deleteMany({ where: { courseId } });
      await writeCovered(tx, courseId, covered);
    }
    await recordAudit(tx, actor, "course.edit", { type: "course", id: courseId, ...differenceOf(before, after) });
    return {};
  },
});

/** As the form sends ticked boxes. */
const needsAsText = ({
  practiceKinds,
  practiceEquipment,
}: {
  practiceKinds: string[];
  practiceEquipment: string[];
}) => ({
  practiceKinds: practiceKinds.join(" "),
  practiceEquipment: practiceEquipment.join(" "),
});

const writeCovered = (tx: Tx, courseId: string, occupations: Occupation[]) =>
  tx.courseOccupation.createMany({ data: occupations.map((one) => ({ courseId, ...one })) });

const printed = (occupations: Occupation[]) => occupations.map(printedOccupation).sort().join("\n");

function columnsOf(input: Omit<EditCourse, "courseId" | "version" | "covered">) {
  const { occupation = null, occupationCode = null, level = null, ...rest } = input;
  const [fault] = listFaults(rest);
  if (fault) throw new Refusal("INPUT_WRONG", fault);
  return { occupation, occupationCode, level, ...rest };
}
