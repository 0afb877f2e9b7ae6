import { isAboveWorkingAge, isUnderAge, needsGuardian } from "@/lib/trainee/rules/age";
import type { Sex } from "@/lib/trainee/rules/id-number";
import type { Day } from "@/lib/value/calendar";

/** The states of an enrolment and where each may go within its cohort (R28 apart); the database holds the same arrows (I15). */
export const enrolmentArrows = {
  APPLIED: ["CONFIRMED", "WAITLISTED", "REJECTED", "CANCELLED"],
  WAITLISTED: ["CONFIRMED", "CANCELLED", "REJECTED"],
  CONFIRMED: ["IN_TRAINING", "CANCELLED", "NO_SHOW"],
  IN_TRAINING: ["COMPLETED", "NOT_COMPLETED", "DROPPED", "NO_SHOW"],
  COMPLETED: ["IN_TRAINING"],
  NOT_COMPLETED: ["IN_TRAINING"],
  DROPPED: [],
  REJECTED: [],
  CANCELLED: [],
  NO_SHOW: [],
} as const;

export type EnrolmentState = keyof typeof enrolmentArrows;

/** R34: free before the first training day, with approval up to the last late one (the second), then too late. */
export function lateEnrolment(today: Day, trainingDays: readonly Day[], lateDays: number) {
  const [first] = trainingDays;
  if (!first || today < first) return "open";
  return isPast(today, trainingDays, lateDays) ? "too late" : "needs approval";
}

/** R28: within the first training days (two) a transfer is free, later it needs approval. */
export function transferDecision(today: Day, trainingDays: readonly Day[], freeDays: number) {
  return isPast(today, trainingDays, freeDays) ? "needs approval" : "free";
}

/** R26: who attended nothing until after the third training day probably never came; staff confirm it. */
export function proposesNoShow(today: Day, trainingDays: readonly Day[], attendedLessons: number, waitDays: number) {
  return attendedLessons === 0 && isPast(today, trainingDays, waitDays);
}

/** A short cohort has fewer training days than that; then its last one counts. */
function isPast(today: Day, trainingDays: readonly Day[], count: number): boolean {
  const last = trainingDays.slice(0, count).at(-1);
  return last !== undefined && today > last;
}

type Applicant = { birthDay: Day; sex: Sex; hasGuardian: boolean };
type AgeLimits = { minimumAge: number; upperMonths: Record<Sex, number> };

/** R6–R8: what a person's age on the start day means; past the working age the enrolment is not subsidised. */
export function ageDecision(applicant: Applicant, startDay: Day, limits: AgeLimits) {
  if (isUnderAge(applicant.birthDay, startDay, limits.minimumAge)) return "under age";
  if (needsGuardian(applicant.birthDay, startDay) && !applicant.hasGuardian) return "guardian missing";
  return isAboveWorkingAge(applicant, startDay, limits.upperMonths) ? "not subsidised" : "open";
}

/** R32: one more subsidised enrolment of a kind in the calendar year; skill and entrepreneurship count apart. */
export function subsidyCount(earlier: number, limit: number, warnFrom: number) {
  if (earlier >= limit) return "refused";
  return earlier + 1 >= warnFrom ? "warning" : "open";
}

/** `subject` is the occupation code or, for entrepreneurship, its type (GYB, SYB, IYB); a course may have none. */
type Taken = {
  courseId: string;
  kind: "SKILL" | "ENTREPRENEURSHIP";
  subject: string | null;
  occupations: readonly { subject: string; level: string | null }[];
};

/** R33: an occupation at a level, in whichever course it was taught, or a type of entrepreneurship training is subsidised once. */
export function isRepeat(offered: Taken, completed: readonly Taken[]): boolean {
  return completed.some((taken) => {
    if (taken.courseId === offered.courseId) return true;
    const founding = [taken, offered].every(({ kind }) => kind === "ENTREPRENEURSHIP");
    if (founding && taken.subject !== null && taken.subject === offered.subject) return true;
    return offered.occupations.some(({ subject, level }) =>
      taken.occupations.some((one) => one.subject === subject && one.level === level),
    );
  });
}

type Bands = { noticePercent: number; warningPercent: number };

/** R23, U19: how full a year or a cohort is; whole numbers only, so that 1,799 of 2,000 is not yet 90 percent. */
export function capacityBand(used: number, capacity: number, { noticePercent, warningPercent }: Bands) {
  if (used >= capacity) return "full";
  if (used * 100 >= capacity * warningPercent) return "warning";
  return used * 100 >= capacity * noticePercent ? "notice" : "free";
}
