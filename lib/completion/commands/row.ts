import "server-only";
import type { Actor } from "@/lib/auth/actor";
import {
  examDay,
  isChanged,
  isMarked,
  type Sheet,
  standingOn,
  type Typed,
  typedOn,
} from "@/lib/completion/commands/sheet";
import { attendsEnough, type ExamPart, failedParts } from "@/lib/completion/rules";
import type { RecordMakeUpInput, RecordResultsInput } from "@/lib/completion/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { addDays, type Day } from "@/lib/value/calendar";

/** One row of the sheet of attended 课时 and marks, beside how its person stands. */
export function resultOn(sheet: Sheet, input: RecordResultsInput, n: number) {
  const standing = standingOn(sheet, input.enrolmentIds[n] ?? "", n);
  const [attended, typed, heldOn] = [input.attended[n] ?? null, typedOn(input, n), input.heldOns[n]];
  const isNew = { attended: attended !== standing.attended, marks: isChanged(standing, "exam", typed, heldOn) };
  return { n, standing, attended, typed, heldOn, isNew };
}

/** R44, R48: what is asked of a row that was changed; each throws its no, at its own cell where there are two. */
export function questionsOfResult(actor: Actor, sheet: Sheet, row: ReturnType<typeof resultOn>) {
  const { n, standing, attended, typed, heldOn, isNew } = row;
  const at = { field: `attended.${n}`, row: n + 1 };
  return [
    () => {
      if (isNew.attended && sheet.rolled)
        throw new Refusal("WRONG_STATE", { ...at, case: "ATTENDANCE_ROLLED", number: sheet.number });
    },
    () => {
      if (isNew.attended && attended !== null && attended > standing.held)
        throw new Refusal("INPUT_WRONG", { ...at, case: "ATTENDED_OVER", most: standing.held });
    },
    () => {
      if (isNew.marks && !attendsEnough({ ...standing, attended }, sheet.terms) && isMarked(typed))
        throw new Refusal("INPUT_WRONG", { ...at, case: "EXAM_BARRED", least: sheet.terms.attendancePercent });
    },
    () => {
      if (isNew.marks) examDay(actor, sheet, heldOn, n);
    },
  ];
}

/** One row of the make-up. */
export function makeUpOn(sheet: Sheet, input: RecordMakeUpInput, n: number) {
  const standing = standingOn(sheet, input.enrolmentIds[n] ?? "", n);
  const [typed, heldOn] = [typedOn(input, n), input.heldOns[n]];
  return { n, standing, typed, heldOn, isNew: isChanged(standing, "makeUp", typed, heldOn) };
}

/** R50: the make-up lies in the days after the exam and has the parts that were failed. */
export function questionsOfMakeUp(actor: Actor, sheet: Sheet, row: ReturnType<typeof makeUpOn>) {
  const { n, standing, typed } = row;
  const at = { field: `heldOns.${n}`, row: n + 1 };
  return [
    () => refuseDay(actor, sheet, row, at),
    () => {
      const failed = failedParts({ ...standing, makeUp: null }, sheet.terms);
      const isStray = (part: ExamPart) => typed[part] !== null && !failed.includes(part);
      if (!failed.some((part) => typed[part] !== null) || sheet.terms.parts.some(isStray))
        throw new Refusal("INPUT_WRONG", { ...at, case: "MAKE_UP_PART" });
    },
  ];
}

type At = { field: string; row: number };
type MakeUp = { n: number; standing: { exam: { heldOn: Day } | null }; heldOn: Day | undefined; typed: Typed };

function refuseDay(actor: Actor, sheet: Sheet, { n, heldOn, standing: { exam } }: MakeUp, at: At): void {
  const on = examDay(actor, sheet, heldOn, n);
  if (!exam) throw new Refusal("INPUT_WRONG", { ...at, case: "MAKE_UP_PART" });
  const until = addDays(exam.heldOn, sheet.terms.makeUpDays);
  if (on < exam.heldOn || on > until)
    throw new Refusal("INPUT_WRONG", { ...at, case: "MAKE_UP_DAY", from: exam.heldOn, until });
}
