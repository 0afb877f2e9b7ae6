import { z } from "zod";
import { id, listOf, optionalText, text, tick, version, whole } from "@/lib/command/fields";
import { byNumber, registerTraineeInput } from "@/lib/trainee/schema";

const reason = text(200);
const place = z.enum(["CONFIRMED", "WAITLISTED"], "choose");
const enrolmentId = id;
const cohortId = id;
const people = listOf(id, 60).pipe(z.array(z.uuid()).min(1, "choose"));

export const enrolInput = z.object({
  cohortId,
  traineeId: id,
  place: place.default("CONFIRMED"),
  unsubsidised: tick,
});
/** `shown` is the cohort whose consequences the page showed; `look` asks for those of the chosen one. */
export const enrolPage = z.object({ shown: id.optional(), look: tick });
export const enrolSeveralInput = z.object({ cohortId, traineeIds: people, place });
export const walkInInput = z.object({ cohortId, place, ...registerTraineeInput.shape });
export const confirmApplicationsInput = z.object({ cohortId, enrolmentIds: people });
/** What the approver was shown as the reasons (I42). */
const need = z.enum(["LATE", "OVER_AGE"], "choose");
const needs = listOf(need, 2);
export const confirmLateInput = z.object({ enrolmentId, place, reason, version, needs });
/** The same of one line of a list: names with spaces between. */
const shownNeeds = z
  .string()
  .max(40)
  .transform((shown) => shown.split(" ").filter(Boolean))
  .pipe(z.array(need).max(2));

/** One line a person in the order of the page, of whom some are ticked; a line without a reason takes the common one. */
export const decideSeveralInput = z.object({
  cohortId,
  decision: z.enum(["APPROVE", "REJECT"], "choose"),
  place: place.default("CONFIRMED"),
  enrolmentIds: people,
  asked: listOf(id),
  versions: listOf(version),
  needs: listOf(shownNeeds),
  reasons: listOf(optionalText(200)),
  reason: optionalText(200),
});
export const decideInput = z.object({ enrolmentId, reason, version });
export const transferInput = z.object({ enrolmentId, toCohortId: id, reason, version });
export const changeSeatsInput = z.object({ cohortId, seats: whole(1, 200), version });
export const startCohortInput = z.object({ cohortId, version });
export const cancelCohortInput = z.object({ cohortId, reason, version });

export type EnrolInput = z.output<typeof enrolInput>;
export type EnrolSeveralInput = z.output<typeof enrolSeveralInput>;
export type WalkInInput = z.output<typeof walkInInput>;
export type ConfirmApplicationsInput = z.output<typeof confirmApplicationsInput>;
export type ConfirmLateInput = z.output<typeof confirmLateInput>;
export type DecideSeveralInput = z.output<typeof decideSeveralInput>;
export type DecideInput = z.output<typeof decideInput>;
export type TransferInput = z.output<typeof transferInput>;
export type ChangeSeatsInput = z.output<typeof changeSeatsInput>;
export type StartCohortInput = z.output<typeof startCohortInput>;
export type CancelCohortInput = z.output<typeof cancelCohortInput>;

export const rosterOrder = z.enum(["name", "-name", "village", "-village", "state", "-state"]);

/** The address of a roster; what it does not know it leaves out. */
export const rosterQuery = z.object({
  ...byNumber,
  q: z.string().trim().max(60).catch("").default(""),
  who: z.uuid().optional().catch(undefined),
  sort: rosterOrder.catch("name").default("name"),
});

/** Whom to choose several from: a search or a township. */
export const severalQuery = z.object({
  ...byNumber,
  q: z.string().trim().max(60).catch("").default(""),
  township: z
    .string()
    .regex(/^\d{9}$/)
    .optional()
    .catch(undefined),
});

export type SeveralQuery = z.output<typeof severalQuery>;
