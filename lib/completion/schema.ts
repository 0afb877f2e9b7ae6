import { z } from "zod";
import { day, id, listOf, text, version, whole } from "@/lib/command/fields";
import { halfWidth } from "@/lib/value/text";

/** An empty field is a figure that is not known yet. */
const unlessEmpty = (typed: string | undefined) => halfWidth(typed ?? "").trim();

/** Attended 课时, whole (R40). */
const periods = z
  .string()
  .transform(unlessEmpty)
  .pipe(z.string().regex(/^\d{0,4}$/, "whole"))
  .transform((typed) => (typed === "" ? null : Number(typed)))
  .pipe(z.number().int().nullable());

/** A mark of 100 with at most one decimal, kept in tenths: `59.5` is 595. */
const mark = z
  .string()
  .transform(unlessEmpty)
  .pipe(z.string().regex(/^$|^(100(\.0)?|\d{1,2}(\.\d)?)$/, "mark"))
  .transform((typed) => (typed === "" ? null : Math.round(Number(typed) * 10)))
  .pipe(z.number().int().min(0).max(1_000).nullable());

const plan = z
  .enum(["", "EXCELLENT", "PASSED", "FAILED"], "choose")
  .transform((grade) => (grade === "" ? null : grade))
  .pipe(z.enum(["EXCELLENT", "PASSED", "FAILED"]).nullable());

/** R50: the day belongs to a person's attempt; a row whose marks are not touched may leave it as it is. */
const heldOn = z
  .string()
  .default("")
  .transform((typed) => unlessEmpty(typed) || undefined)
  .pipe(day.optional());

/** One line a person, in the order of the page; a list that the course does not need stays out. */
const rows = {
  cohortId: id,
  enrolmentIds: listOf(id),
  versions: listOf(version),
  theory: listOf(mark),
  practice: listOf(mark),
  plans: listOf(plan),
  heldOns: listOf(heldOn),
};

export const recordResultsInput = z.object({ ...rows, attended: listOf(periods) });
export const recordMakeUpInput = z.object(rows);
export const decideCompletionsInput = z.object({
  cohortId: id,
  completing: whole(0, 200),
  notCompleting: whole(0, 200),
});
export const recordNotCompletedInput = z.object({ enrolmentId: id, reason: text(200), version });
export const reverseOutcomeInput = z.object({ enrolmentId: id, reason: text(200), version });
export const proposeIssueInput = z.object({ cohortId: id });
export const proposeVoidInput = z.object({ certificateId: id, reason: text(200) });
export const approveRequestInput = z.object({ requestId: id });
export const rejectRequestInput = z.object({ requestId: id, reason: text(200) });

/** The address of a year's report; what it does not know it leaves out. */
export const completionYearQuery = z.object({
  year: z.coerce.number().int().min(1900).max(2100).optional().catch(undefined),
});

/** The counts of people in a cohort's line of the year's table. */
export const countable = [
  "enrolled",
  "personTimes",
  "headcount",
  "completed",
  "completedHeads",
  "notCompleted",
  "dropped",
  "madeUp",
] as const;
export type Counted = (typeof countable)[number];

/** Which count of a cohort's line is opened; 报名 where the address names none. */
export const countedQuery = z.object({ of: z.enum(countable).catch("enrolled") });

export type RecordResultsInput = z.output<typeof recordResultsInput>;
export type RecordMakeUpInput = z.output<typeof recordMakeUpInput>;
export type DecideCompletionsInput = z.output<typeof decideCompletionsInput>;
export type ReverseOutcomeInput = z.output<typeof reverseOutcomeInput>;
export type RecordNotCompletedInput = z.output<typeof recordNotCompletedInput>;
