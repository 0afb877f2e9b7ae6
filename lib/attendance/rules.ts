import type { AttendanceMark, PendingCause } from "@/prisma/generated/enums";

/** R46: with these marks somebody was there; the law says the same in `marks_of_presence()`. */
export const presence = ["PRESENT", "LATE", "LEFT_EARLY"] as const satisfies AttendanceMark[];
/** R46: of these, so many cost one 课时; `marks_of_lateness()`. */
export const lateness = ["LATE", "LEFT_EARLY"] as const satisfies AttendanceMark[];

export const wasThere = (mark: AttendanceMark): boolean => (presence as readonly AttendanceMark[]).includes(mark);

/** A mark with its note and the version it stands in; null where the roll lacks the person. */
export type Standing = { mark: AttendanceMark; note: string; version: number } | null;

/** A mark as it comes in, with the version its sender saw; 0 for none. */
export type Wanted = { mark: AttendanceMark; note: string; seen: number };

/** How a lesson and one of its people stand at the moment a mark comes in. */
export type Place = {
  cancelled: boolean;
  /** R45: the hours in which a roll is freely taken and corrected are over. */
  over: boolean;
  /** Expected in the lesson now; somebody who was and is not any more has moved or left. */
  expected: boolean;
  /** Cohort and training go on, so that marks may be written. */
  open: boolean;
  standing: Standing;
};

/** Nothing would change: what is sent twice, or said by two, is one mark. */
export const stands = ({ standing }: Place, { mark, note }: Wanted): boolean =>
  standing?.mark === mark && standing.note === note;

/** I36: why a mark cannot be taken as it comes; undefined where it can. What cannot be mended comes before what can. */
export function causeOf(
  { cancelled, over, expected, open, standing }: Place,
  { seen }: Wanted,
): PendingCause | undefined {
  if (cancelled) return "CANCELLED";
  if (!expected) return "MOVED";
  if (!open) return "CLOSED";
  if ((standing?.version ?? 0) !== seen) return "OTHER_FIRST";
  return over ? "LATE" : undefined;
}

/** Clocks of phones are shown as wrong from so many seconds on. */
const skewShown = 300;

export const isSkewed = (seconds: number | null): boolean => seconds !== null && Math.abs(seconds) > skewShown;

/** Somebody who stayed away from the last two lessons that were marked, without leave, is asked after. */
export function staysAway(marks: readonly (AttendanceMark | null)[]): boolean {
  const marked = marks.filter((mark) => mark !== null);
  return marked.length >= 2 && marked.slice(-2).every((mark) => mark === "ABSENT");
}
