import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf, toldOf } from "@/lib/audit/rules";
import { command } from "@/lib/command/command";
import { refuseOvertaken } from "@/lib/command/overtaken";
import { type HeldCourse, holdCourse, refuseTooShort } from "@/lib/course/commands/hold";
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
  async run(tx, actor, { courseCode: code, covered, ...input }) {
    const id = newId();
    const columns = columnsOf(input);
    const data = { id, code, isDemo: actor.isDemo, ...columns };
    const { count } = await tx.course.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new Refusal("INPUT_WRONG", { field: "courseCode", case: "COURSE_CODE_TAKEN" });

    await writeCovered(tx, id, covered);
    await recordAudit(tx, actor, "course.create", {
      type: "course",
      id,
      after: toldOf({ courseCode: code, ...named(columns, covered) }),
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
    const { state, version: now, covered: had, ...before } = await holdCourse(tx, courseId);
    if (now !== version) await refuseOvertaken(tx, [courseId], { version: now, ...named(before, had) });
    const columns = columnsOf(input);
    if (state === "OPEN") refuseTooShort(columns);

    await tx.course.update({
      where: { id: courseId },
      data: { ...columns, version: { increment: 1 } },
      select: { id: true },
    });
    const change = differenceOf(named(before, had), named(columns, covered));
    if (printed(had) !== printed(covered)) {
      await tx.courseOccupation.deleteMany({ where: { courseId } });
      await writeCovered(tx, courseId, covered);
    }
    await recordAudit(tx, actor, "course.edit", { type: "course", id: courseId, ...change });
    return {};
  },
});

const writeCovered = (tx: Tx, courseId: string, occupations: Occupation[]) =>
  tx.courseOccupation.createMany({ data: occupations.map((one) => ({ courseId, ...one })) });

const printed = (occupations: Occupation[]) => occupations.map(printedOccupation).sort().join("\n");

function columnsOf(input: Omit<EditCourse, "courseId" | "version" | "covered">) {
  const { courseName: name, courseType: type, occupation = null, occupationCode = null, level = null, ...rest } = input;
  const [fault] = listFaults(rest);
  if (fault) throw new Refusal("INPUT_WRONG", fault);
  return { name, type, occupation, occupationCode, level, ...rest };
}

type Columns = Omit<HeldCourse, "state" | "version" | "covered">;

/** A course under the names of its form, which people know from the audit too. */
const named = ({ name: courseName, type: courseType, ...rest }: Columns, covered: Occupation[]) => ({
  ...{ courseName, courseType, ...rest },
  covered: printed(covered),
});
