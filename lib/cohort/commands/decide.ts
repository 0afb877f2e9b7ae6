import "server-only";
import { changeCohort } from "@/lib/cohort/commands/change";
import { holdForMove } from "@/lib/cohort/commands/hold";
import { explained } from "@/lib/cohort/commands/year";
import { refuseIncomplete } from "@/lib/cohort/queries/findings";
import { approveCohortInput, refuseCohortInput } from "@/lib/cohort/schema";
import { command } from "@/lib/command/command";
import { Refusal } from "@/lib/refusal/refusal";

/** I16, R22: another person approves; the database takes the planned 人次 off the year, or says that it is full. */
export const approveCohort = command({
  verb: "cohort.approve",
  permission: "cohort:approve",
  as: "approver",
  input: approveCohortInput,
  async run(tx, actor, { cohortId, version, documentNo, opinion }) {
    const cohort = await holdForMove(tx, cohortId, version, "APPROVED");
    if ([cohort.createdById, cohort.submittedById].includes(actor.id)) throw new Refusal("SAME_PERSON");
    await refuseIncomplete(tx, cohort, actor.today);

    const approval = {
      verb: "cohort.approve",
      to: { state: "APPROVED" },
      signed: { approvedById: actor.id, approvalDocumentNo: documentNo, stateReason: opinion ?? null },
      told: { documentNo, seats: cohort.fields.seats },
      reason: opinion,
    } as const;
    await explained("PLAN", () => changeCohort(tx, actor, cohort, approval));
  },
});

/** Back to the base for changes; editable and to be submitted again. */
export const returnCohort = command({
  verb: "cohort.return",
  permission: "cohort:approve",
  as: "approver",
  input: refuseCohortInput,
  async run(tx, actor, { cohortId, version, reason }) {
    const cohort = await holdForMove(tx, cohortId, version, "RETURNED");
    const signed = { stateReason: reason };
    await changeCohort(tx, actor, cohort, { verb: "cohort.return", to: { state: "RETURNED" }, signed, reason });
  },
});

export const rejectCohort = command({
  verb: "cohort.reject",
  permission: "cohort:approve",
  as: "approver",
  input: refuseCohortInput,
  async run(tx, actor, { cohortId, version, reason }) {
    const cohort = await holdForMove(tx, cohortId, version, "REJECTED");
    const signed = { stateReason: reason };
    await changeCohort(tx, actor, cohort, { verb: "cohort.reject", to: { state: "REJECTED" }, signed, reason });
  },
});
