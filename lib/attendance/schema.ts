import { z } from "zod";
import { day, id, listOf, optionalText, text } from "@/lib/command/fields";
import { clean } from "@/lib/value/text";
import { AttendanceMark } from "@/prisma/generated/enums";

const mark = z.enum(AttendanceMark, "choose");
/** The version of a mark that its sender saw; 0 where there was none. */
const seen = z.coerce.number().int().min(0).max(1_000_000);
const note = z.string().max(500, "tooLong").transform(clean).pipe(z.string().max(100, "tooLong"));

/** An instant by the clock of a phone, which may be wrong; empty at a desk. */
const instant = z
  .string()
  .default("")
  .transform((typed) => typed || undefined)
  .pipe(z.iso.datetime("required").optional());

/** Sixty years of seconds hold any clock. */
const seconds = z.coerce.number().int().min(-2_000_000_000).max(2_000_000_000).optional();

/** One line a person, in the order of the page; the columns are of one length. */
export const takeRollInput = z.object({
  lessonId: id,
  traineeIds: listOf(id).refine((ids) => ids.length > 0, "choose"),
  marks: listOf(mark),
  notes: listOf(note),
  versions: listOf(seen),
  /** Why a roll is taken, or corrected, after the hours for it (R45). */
  reason: optionalText(200),
  /** When the roll was pressed by the clock of the phone, and by how many seconds that clock was slow when it opened the page. */
  deviceAt: instant,
  skewSeconds: seconds,
});
/** The changed cells of one lesson, as a page sends them: JSON of at most a few hundred lines. */
const column = z.object({
  lessonId: id,
  lines: z.array(z.object({ traineeId: id, seen, text: z.string().max(40, "tooLong") })).min(1, "choose"),
});
const columnSent = z
  .string()
  .transform((sent, context): unknown => {
    try {
      return JSON.parse(sent);
    } catch {
      context.addIssue({ code: "custom", message: "choose" });
      return z.NEVER;
    }
  })
  .pipe(column);

/** Many lessons of a cohort at once: of each the cells that were changed, with what was typed and the version that was seen. */
export const takeSeveralInput = z.object({
  cohortId: id,
  changes: listOf(columnSent, 400),
  reason: optionalText(200),
});
export const adoptPendingInput = z.object({ pendingId: id, reason: optionalText(200) });
export const discardPendingInput = z.object({ pendingId: id, reason: text(200) });

const leaveMark = z.enum(["PERSONAL_LEAVE", "SICK_LEAVE"], "choose");
export const askLeaveInput = z.object({
  enrolmentId: id,
  mark: leaveMark,
  fromDay: day,
  toDay: day,
  reason: text(200),
});
export const grantLeaveInput = z.object({ leaveId: id });
export const refuseLeaveInput = z.object({ leaveId: id, reason: text(200) });

export type TakeRollInput = z.output<typeof takeRollInput>;
export type TakeSeveralInput = z.output<typeof takeSeveralInput>;
