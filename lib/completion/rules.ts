import { addDays, type Day } from "@/lib/value/calendar";
import type { PlanGrade } from "@/prisma/generated/enums";

/** One source a cohort: once a roll was taken, attended 课时 come from rolls and are not typed. */
export const isRolled = (people: Iterable<{ marked: number }>): boolean => [...people].some(({ marked }) => marked > 0);

/** A part of the exam; which of them a course needs is the course's to say. */
export type ExamPart = "theory" | "practice" | "plan";

/** What one attempt gave: marks in tenths of a point of 100, a grade for the business plan; null is not known. */
export type Marks = { heldOn: Day; theory: number | null; practice: number | null; plan: PlanGrade | null };

/** What the end of one person's training hangs on; 课时 whole, and the lessons whose roll lacks the person. */
export type Standing = {
  attended: number | null;
  scheduled: number;
  waiting: number;
  exam: Marks | null;
  makeUp: Marks | null;
};

/** What a cohort asks for: percent of attendance, points to pass, days in which a make-up may lie; and its last lesson. */
export type Terms = {
  parts: ExamPart[];
  attendancePercent: number;
  passMark: number;
  makeUpDays: number;
  lastLesson: Day | null;
  /** On the last day as well, as long as a lesson has not ended. */
  lessonsAhead: boolean;
};

export type ReasonName =
  | "NO_LESSONS"
  | "NO_ATTENDANCE"
  | "ROLL_MISSING"
  | "LESSONS_AHEAD"
  | "ATTENDANCE_LOW"
  | "MARK_MISSING"
  | "MARK_LOW"
  | "PLAN_FAILED"
  | "MAKE_UP_UNTIL"
  | "PASSED";

/** Why: the rule's name and the figures its sentence needs. */
export type Reason = { name: ReasonName; figures: Record<string, string | number> };

export type Outcome = "COMPLETED" | "NOT_COMPLETED" | "OPEN";
export type Judgement = { outcome: Outcome; reasons: Reason[] };

/** R49: theory and practice as far as they are taught, the business plan where the course grades one. */
export function examParts(course: { theoryPeriods: number; practicePeriods: number; planGraded: boolean }): ExamPart[] {
  return [
    ...(course.theoryPeriods > 0 ? (["theory"] as const) : []),
    ...(course.practicePeriods > 0 ? (["practice"] as const) : []),
    ...(course.planGraded ? (["plan"] as const) : []),
  ];
}

/** R47: in tenths of a percent, rounded down, so that 79.96 never prints as 80.0; null without a figure. */
export function attendanceRate({ attended, scheduled }: Pick<Standing, "attended" | "scheduled">): number | null {
  return attended === null || scheduled === 0 ? null : Math.floor((attended * 1000) / scheduled);
}

/** R48: compared exactly, never by the printed rate. */
export const attendsEnough = (
  { attended, scheduled }: Pick<Standing, "attended" | "scheduled">,
  { attendancePercent }: Pick<Terms, "attendancePercent">,
): boolean => attended !== null && scheduled > 0 && attended * 100 >= scheduled * attendancePercent;

/** R50: what counts of a part is the make-up where it was taken, otherwise the exam. */
export const finalMark = <Part extends ExamPart>({ exam, makeUp }: Standing, part: Part): Marks[Part] | null =>
  makeUp?.[part] ?? exam?.[part] ?? null;

/** R47–R50: how the training of one person stands on a day, and why. */
export function judge(standing: Standing, terms: Terms, today: Day): Judgement {
  const { attended, scheduled, waiting, exam, makeUp } = standing;
  if (scheduled === 0) return open("NO_LESSONS");
  // I35: nobody has an outcome before the last lesson; what is missing today may still be attended.
  if (terms.lastLesson && (terms.lessonsAhead || today < terms.lastLesson))
    return open("LESSONS_AHEAD", { until: terms.lastLesson });
  if (attended === null) return open("NO_ATTENDANCE");
  if (waiting > 0) return open("ROLL_MISSING", { waiting });
  if (!attendsEnough(standing, terms)) {
    const rate = printedRate(attendanceRate(standing) ?? 0);
    return { outcome: "NOT_COMPLETED", reasons: [{ name: "ATTENDANCE_LOW", figures: { rate, ...limitOf(terms) } }] };
  }

  const missing = terms.parts.filter((part) => finalMark(standing, part) === null);
  if (missing.length > 0)
    return { outcome: "OPEN", reasons: missing.map((part) => ({ name: "MARK_MISSING", figures: { part } })) };

  const failed = failedParts(standing, terms);
  if (failed.length === 0) return { outcome: "COMPLETED", reasons: [{ name: "PASSED", figures: {} }] };

  const reasons = failed.map((part) => reasonOf(standing, part, terms));
  const until = exam && addDays(exam.heldOn, terms.makeUpDays);
  if (!makeUp && until && today <= until)
    return { outcome: "OPEN", reasons: [...reasons, { name: "MAKE_UP_UNTIL", figures: { until } }] };
  return { outcome: "NOT_COMPLETED", reasons };
}

/** R49: the parts below the pass mark, compared in tenths. */
export function failedParts(standing: Standing, { parts, passMark }: Terms): ExamPart[] {
  return parts.filter((part) => {
    const mark = finalMark(standing, part);
    return typeof mark === "number" ? mark < passMark * 10 : mark === "FAILED";
  });
}

function reasonOf(standing: Standing, part: ExamPart, { passMark }: Terms): Reason {
  if (part === "plan") return { name: "PLAN_FAILED", figures: {} };
  return { name: "MARK_LOW", figures: { part, mark: printedMark(finalMark(standing, part) ?? 0), passMark } };
}

const open = (name: ReasonName, figures: Reason["figures"] = {}): Judgement => ({
  outcome: "OPEN",
  reasons: [{ name, figures }],
});
const limitOf = ({ attendancePercent }: Terms) => ({ least: attendancePercent });

/** `799` tenths of a percent read `79.9`. */
export const printedRate = (tenths: number): string => (tenths / 10).toFixed(1);

/** `595` tenths of a point read `59.5`, `600` read `60`. */
export const printedMark = (tenths: number): string => String(tenths / 10);

/** R56: COMPLETED of all whose training has ended with it, without it, or before it; in tenths of a percent, half-up, null of nobody. */
export function completionRate(tally: { completed: number; notCompleted: number; dropped: number }): number | null {
  const ended = tally.completed + tally.notCompleted + tally.dropped;
  return ended === 0 ? null : Math.floor((tally.completed * 2_000 + ended) / (ended * 2));
}

/** The mean of marks in tenths of a point, half-up; null without any. */
export const averageMark = (sum: number, count: number): number | null =>
  count === 0 ? null : Math.floor((sum * 2 + count) / (count * 2));
