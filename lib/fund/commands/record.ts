import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { toldOf } from "@/lib/audit/rules";
import { command } from "@/lib/command/command";
import { newId } from "@/lib/database/id";
import {
  refuseBeforeArranged,
  refuseCancelled,
  refuseOverArranged,
  refuseUnanswered,
  refuseUnfounded,
  refuseWithoutTarget,
} from "@/lib/fund/commands/guard";
import { holdProject } from "@/lib/fund/commands/hold";
import { writeDown } from "@/lib/fund/commands/write";
import { findDoubt } from "@/lib/fund/queries/second-look";
import { listRevenueFaults } from "@/lib/fund/rules/revenue";
import {
  recordAppropriationInput,
  recordDisbursementInput,
  recordOutsideInput,
  recordProgressInput,
  recordRevenueInput,
} from "@/lib/fund/schema/record";
import { refuseFuture } from "@/lib/project/commands/amount";
import { holdMonth } from "@/lib/project/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay, yearOf } from "@/lib/value/calendar";

const select = { id: true } as const;
const increment = { version: { increment: 1 } };

/** R62: one version of a year's revenue, with its paper; it counts once another person has approved it. */
export const recordRevenue = command({
  verb: "revenue.record",
  permission: "money:record",
  as: "proposer",
  input: recordRevenueInput,
  async run(tx, actor, { year, ...input }) {
    refuseFuture(actor, input.datedOn);
    const [fault] = listRevenueFaults({ ...input, year }, actor.today);
    if (fault) throw new Refusal("INPUT_WRONG", fault);

    const { amount, certainty, documentNo, note, datedOn } = input;
    return writeDown(
      tx,
      actor,
      "revenue",
      input,
      { year, amount, certainty, documentNo, note, datedOn },
      {
        create: (data) => tx.revenueFigure.create({ data, select }),
        update: (id, { year: _, ...data }) =>
          tx.revenueFigure.update({ where: { id }, data: { ...data, ...increment }, select }),
      },
    );
  },
});

/** R67, R68: money put into a project's plan; a project without target gets none (INPUT_WRONG), and the approval asks again. */
export const recordAppropriation = command({
  verb: "appropriation.record",
  permission: "money:record",
  as: "proposer",
  input: recordAppropriationInput,
  async run(tx, actor, { projectId, ...input }) {
    refuseFuture(actor, input.datedOn);

    const { amount, documentNo, note, datedOn } = input;
    return writeDown(
      tx,
      actor,
      "appropriation",
      input,
      { projectId, amount, documentNo, note, datedOn },
      {
        async ask() {
          const project = await holdProject(tx, projectId);
          refuseCancelled(project);
          refuseWithoutTarget(project);
        },
        create: (data) => tx.appropriation.create({ data, select }),
        update: (id, { projectId: _, ...data }) =>
          tx.appropriation.update({ where: { id }, data: { ...data, ...increment }, select }),
      },
    );
  },
});

/** R67, R69, R70: money paid; beyond what is arranged it is refused, in advance or near the end it needs its basis. */
export const recordDisbursement = command({
  verb: "disbursement.record",
  permission: "money:record",
  as: "proposer",
  input: recordDisbursementInput,
  async run(tx, actor, { projectId, ...input }) {
    refuseFuture(actor, input.datedOn);

    const { amount, documentNo, payee, account, exceptionReason = null, note, datedOn } = input;
    const row = { projectId, amount, documentNo, payee, account, exceptionReason, note, datedOn };
    return writeDown(tx, actor, "disbursement", input, row, {
      async ask() {
        const project = await holdProject(tx, projectId);
        refuseCancelled(project);
        refuseOverArranged(project, amount);
        await refuseBeforeArranged(tx, project, amount, datedOn);
        await refuseUnfounded(tx, actor, project, amount, exceptionReason);
      },
      create: (data) => tx.disbursement.create({ data, select }),
      update: (id, { projectId: _, ...data }) =>
        tx.disbursement.update({ where: { id }, data: { ...data, ...increment }, select }),
    });
  },
});

/** R78: social capital and the operating match, which never add to the aid money. */
export const recordOutside = command({
  verb: "outside.record",
  permission: "money:record",
  as: "proposer",
  input: recordOutsideInput,
  async run(tx, actor, input) {
    refuseFuture(actor, input.datedOn);

    const { amount, ledger, item, isPlanned, documentNo, note, datedOn } = input;
    const row = { ledger, item, amount, isPlanned, documentNo, note, datedOn, year: yearOf(datedOn) };
    return writeDown(tx, actor, "outside", input, row, {
      create: (data) => tx.outsideRecord.create({ data, select }),
      update: (id, { ledger: _, isPlanned: __, ...data }) =>
        tx.outsideRecord.update({ where: { id }, data: { ...data, ...increment }, select }),
    });
  },
});

/** R71: what was really spent counts at once, since no second person is asked; taking it back needs one. OVER_PLAN beyond the investment. */
export const recordProgress = command({
  verb: "progress.record",
  permission: "expenditure:record",
  as: "proposer",
  input: recordProgressInput,
  async run(tx, actor, { projectId, ...input }) {
    refuseFuture(actor, input.datedOn);

    const { amount, documentNo, note, datedOn } = input;
    const row = { projectId, amount, documentNo, note };
    await holdMonth(tx, datedOn);
    await holdProject(tx, projectId);
    const doubt = await findDoubt({ ...row, id: undefined, kind: "progress", datedOn }, actor.today, tx);
    const warnings = refuseUnanswered(doubt, input.accepted);

    const id = newId();
    const after = toldOf({ ...row, datedOn, accepted: warnings });
    await recordAudit(tx, actor, "progress.record", { type: "progress", id, after });
    await tx.investmentProgress.create({
      data: {
        id,
        ...row,
        warnings,
        datedOn: dateFromDay(datedOn),
        state: "APPROVED",
        createdById: actor.id,
        isDemo: actor.isDemo,
      },
      select,
    });
    return { id };
  },
});
