import { halfWidth } from "@/lib/value/text";
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

/** What each mark may be typed as, parted by spaces: two keys, then signs and words. Each language has its own, and all are understood. */
export type TypedAs = Record<AttendanceMark, string>;

/** The marks by what they may be typed as. */
export const textsOf = (typed: readonly TypedAs[]): ReadonlyMap<string, AttendanceMark> =>
  new Map(
    typed
      .flatMap((one) => Object.entries(one))
      .flatMap(([mark, texts]) => texts.split(" ").map((text) => [text, mark as AttendanceMark])),
  );

/** R46: the mark that a key, a sign or a word stands for, full-width letters and spaces aside; undefined for anything else. */
export const markOf = (text: string, texts: ReadonlyMap<string, AttendanceMark>): AttendanceMark | undefined =>
  texts.get(halfWidth(text).replace(/\s/g, "").toLowerCase());

/** The letter and the digit of a mark. */
export const keysOf = (mark: AttendanceMark, typed: TypedAs): string =>
  typed[mark].split(" ").slice(0, 2).join(" ").toUpperCase();

/** So many marks are saved at once at most: more than a class of thirty has in a month of four lessons a day. */
export const mostMarks = 2_000;
