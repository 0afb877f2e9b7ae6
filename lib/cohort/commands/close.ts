import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { changeCohort } from "@/lib/cohort/commands/change";
import { holdForMove } from "@/lib/cohort/commands/hold";
import { findGaps } from "@/lib/cohort/queries/gaps";
import { moveCohortInput, refuseCohortInput, startExamInput } from "@/lib/cohort/schema";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";

/** R48: the lessons are over, the final exam begins; before the last one only by the director, with a reason. */
export const startExam = command({
  verb: "cohort.exam",
  permission: "cohort:start",
  input: startExamInput,
  async run(tx, actor, { cohortId, version, reason }) {
    // A closed one is opened again by the county, with the outcome it is about.
    const cohort = await holdForMove(tx, cohortId, version, "EXAM", "IN_PROGRESS");
    const { ahead } = await findGaps(tx, cohortId, actor.today);
    if (ahead === 0) return changeCohort(tx, actor, cohort, { verb: "cohort.exam", to: { state: "EXAM" } });

    if (!may(actor.role, "cohort:examEarly"))
      throw new Refusal("WRONG_STATE", { case: "EXAM_AHEAD", number: cohort.number, ahead });
    if (!reason) throw new Refusal("INPUT_WRONG", { field: "reason", case: "EXAM_REASON", ahead });
    const signed = { examBegunById: actor.id, examReason: reason };
    await changeCohort(tx, actor, cohort, {
      verb: "cohort.exam",
      to: { state: "EXAM" },
      signed,
      told: { ahead },
      reason,
    });
  },
});

/** Back to the lessons, as long as nobody has an outcome; marks that were given stay. */
export const takeExamBack = command({
  verb: "cohort.examBack",
  permission: "cohort:start",
  input: refuseCohortInput,
  async run(tx, actor, { cohortId, version, reason }) {
    const cohort = await holdForMove(tx, cohortId, version, "IN_PROGRESS", "EXAM");
    await changeCohort(tx, actor, cohort, { verb: "cohort.examBack", to: { state: "IN_PROGRESS" }, reason });
  },
});

/** R53: closing is proposed when nothing is missing any more. */
export const proposeClosing = command({
  verb: "cohort.proposeClosing",
  permission: "cohort:close",
  as: "proposer",
  input: moveCohortInput,
  async run(tx, actor, { cohortId, version }) {
    const cohort = await holdForMove(tx, cohortId, version, "CLOSED");
    if (cohort.closingProposedById) throw new Refusal("WRONG_STATE");
    await refuseUnfinished(tx, actor, cohortId);

    const signed = { closingProposedById: actor.id };
    await changeCohort(tx, actor, cohort, { verb: "cohort.proposeClosing", to: {}, signed });
  },
});

/** I16: closed by another person than the one who proposed it. */
export const closeCohort = command({
  verb: "cohort.close",
  permission: "cohort:close",
  as: "approver",
  input: moveCohortInput,
  async run(tx, actor, { cohortId, version }) {
    const cohort = await holdForMove(tx, cohortId, version, "CLOSED");
    if (!cohort.closingProposedById) throw new Refusal("WRONG_STATE", { case: "CLOSING_NOT_PROPOSED" });
    if (cohort.closingProposedById === actor.id) throw new Refusal("SAME_PERSON");
    await refuseUnfinished(tx, actor, cohortId);

    const signed = { closedById: actor.id };
    await changeCohort(tx, actor, cohort, { verb: "cohort.close", to: { state: "CLOSED" }, signed });
  },
});

/** The closing is sent back to the base with a reason; it may be proposed again. */
export const returnClosing = command({
  verb: "cohort.returnClosing",
  permission: "cohort:close",
  as: "approver",
  input: refuseCohortInput,
  async run(tx, actor, { cohortId, version, reason }) {
    const cohort = await holdForMove(tx, cohortId, version, "CLOSED");
    if (!cohort.closingProposedById) throw new Refusal("WRONG_STATE", { case: "CLOSING_NOT_PROPOSED" });
    if (cohort.closingProposedById === actor.id) throw new Refusal("SAME_PERSON");

    const signed = { closingProposedById: null, closingReturnedById: actor.id, closingReturnReason: reason };
    await changeCohort(tx, actor, cohort, { verb: "cohort.returnClosing", to: {}, signed, reason });
  },
});

/** R53: everybody's training has ended, with its attendance, and no lesson is still to come. */
async function refuseUnfinished(tx: Tx, { today }: Actor, cohortId: string) {
  const { unfinished, missing, ahead } = await findGaps(tx, cohortId, today);
  if (unfinished > 0) throw new Refusal("WRONG_STATE", { field: "enrolments", case: "UNFINISHED", unfinished });
  if (missing > 0) throw new Refusal("WRONG_STATE", { field: "enrolments", case: "NO_ATTENDANCE", missing });
  if (ahead > 0) throw new Refusal("WRONG_STATE", { field: "lessons", case: "LESSONS_AHEAD", ahead });
}
