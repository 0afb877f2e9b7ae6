import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import {
  examDay,
  isChanged,
  isMarked,
  openSheet,
  refuseStale,
  type Sheet,
  standingOn,
  type Typed,
  typedOn,
} from "@/lib/completion/commands/sheet";
import { writeResult } from "@/lib/completion/commands/write-result";
import type { EnrolmentStanding } from "@/lib/completion/queries/standing";
import { attendsEnough, type ExamPart, failedParts } from "@/lib/completion/rules";
import { recordMakeUpInput, recordResultsInput } from "@/lib/completion/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { addDays, type Day } from "@/lib/value/calendar";

/**
 * Attended 课时 and the marks of the exam, a whole cohort in one go; what was not changed is left alone.
 * Refuses a row somebody else changed meanwhile (I27), more 课时 than were held (R44) and marks of who may not sit the exam (R48).
 */
export const recordResults = command({
  verb: "enrolment.recordResults",
  permission: "marks:record",
  input: recordResultsInput,
  async run(tx, actor, input) {
    const sheet = await openSheet(tx, input);
    let recorded = 0;
    for (const [n, id] of input.enrolmentIds.entries()) {
      const standing = standingOn(sheet, id, n);
      const attended = input.attended[n] ?? null;
      const typed = typedOn(input, n);
      const isNew = {
        attended: attended !== standing.attended,
        marks: isChanged(standing, "exam", typed, input.heldOns[n]),
      };
      if (!isNew.attended && !isNew.marks) continue;

      refuseStale(standing, input.versions[n], n);
      if (attended !== null && attended > standing.held) {
        const figures = { row: n + 1, most: standing.held };
        throw new Refusal("INPUT_WRONG", { field: `attended.${n}`, case: "ATTENDED_OVER", ...figures });
      }
      if (isNew.marks && !attendsEnough({ ...standing, attended }, sheet.terms) && isMarked(typed)) {
        const figures = { row: n + 1, least: sheet.terms.attendancePercent };
        throw new Refusal("INPUT_WRONG", { field: `attended.${n}`, case: "EXAM_BARRED", ...figures });
      }
      const heldOn = isNew.marks ? examDay(actor, sheet, input.heldOns[n], n) : undefined;
      await writeResult(tx, actor, standing, { attempt: 1, attended, ...(heldOn && { marks: { heldOn, ...typed } }) });
      recorded += 1;
    }
    return { recorded };
  },
});

/** R50: the one make-up, of those who failed, in the days the rule allows; refused outside of them and for who has passed. */
export const recordMakeUp = command({
  verb: "enrolment.recordMakeUp",
  permission: "marks:record",
  input: recordMakeUpInput,
  async run(tx, actor, input) {
    const sheet = await openSheet(tx, input);
    let recorded = 0;
    for (const [n, id] of input.enrolmentIds.entries()) {
      const standing = standingOn(sheet, id, n);
      const typed = typedOn(input, n);
      if (!isChanged(standing, "makeUp", typed, input.heldOns[n])) continue;

      refuseStale(standing, input.versions[n], n);
      const heldOn = makeUpDay(actor, sheet, standing, { heldOn: input.heldOns[n], n });
      const failed = failedParts({ ...standing, makeUp: null }, sheet.terms);
      if (
        !failed.some((part) => typed[part] !== null) ||
        sheet.terms.parts.some((part) => isStray(typed, part, failed))
      )
        throw new Refusal("INPUT_WRONG", { field: `heldOns.${n}`, case: "MAKE_UP_PART", row: n + 1 });
      await writeResult(tx, actor, standing, { attempt: 2, attended: standing.attended, marks: { heldOn, ...typed } });
      recorded += 1;
    }
    return { recorded };
  },
});

const isStray = (typed: Typed, part: ExamPart, failed: ExamPart[]) => typed[part] !== null && !failed.includes(part);

type RowDay = { heldOn: Day | undefined; n: number };

function makeUpDay(actor: Actor, sheet: Sheet, { exam }: EnrolmentStanding, { heldOn, n }: RowDay): Day {
  const on = examDay(actor, sheet, heldOn, n);
  const at = { field: `heldOns.${n}`, row: n + 1 };
  if (!exam) throw new Refusal("INPUT_WRONG", { ...at, case: "MAKE_UP_PART" });
  const until = addDays(exam.heldOn, sheet.terms.makeUpDays);
  if (on < exam.heldOn || on > until)
    throw new Refusal("INPUT_WRONG", { ...at, case: "MAKE_UP_DAY", from: exam.heldOn, until });
  return on;
}
