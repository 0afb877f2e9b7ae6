import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold, refuseOtherVersion } from "@/lib/database/hold";
import { lockMonthInput, returnMonthInput, submitMonthInput } from "@/lib/fund/schema/period";
import { Refusal } from "@/lib/refusal/refusal";
import { addDays, addMonths, day } from "@/lib/value/calendar";
import type { Prisma } from "@/prisma/generated/client";
import type { MonthState } from "@/prisma/generated/enums";

/** R76, I24: after its last day a month is reported and frozen; nothing of it may still wait for a decision. */
export const submitMonth = command({
  verb: "month.submit",
  permission: "month:submit",
  as: "proposer",
  input: submitMonthInput,
  async run(tx, actor, { month }) {
    const lastDay = addDays(addMonths(day(`${month}-01`), 1), -1);
    if (actor.today <= lastDay) throw new Refusal("INPUT_WRONG", { field: "month", case: "MONTH_AHEAD" });
    // In their order and before the month itself, so that two who report months of one year wait for each other.
    await tx.$executeRaw`SELECT hold_months_to(${month})`;
    const { state } = await holdMonthRow(tx, month);
    if (state !== "OPEN") throw new Refusal("WRONG_STATE", { state });
    const data = { submittedById: actor.id, submittedAt: new Date(), stateReason: null };
    await moveMonth(tx, actor, { month, from: state, to: "SUBMITTED", verb: "month.submit", data });
    return {};
  },
});

/** Locked by another person than who reported it; a locked month never opens again. */
export const lockMonth = command({
  verb: "month.lock",
  permission: "month:lock",
  as: "approver",
  input: lockMonthInput,
  async run(tx, actor, { month, version }) {
    const row = await holdSubmitted(tx, month, version);
    if (row.submittedById === actor.id) throw new Refusal("SAME_PERSON", { field: "state" });
    const data = { lockedById: actor.id, lockedAt: new Date() };
    await moveMonth(tx, actor, { month, from: "SUBMITTED", to: "LOCKED", verb: "month.lock", data });
    return {};
  },
});

/** Given back to be corrected, with the reason. */
export const returnMonth = command({
  verb: "month.return",
  permission: "month:lock",
  as: "approver",
  input: returnMonthInput,
  async run(tx, actor, { month, version, reason }) {
    await holdSubmitted(tx, month, version);
    const data = { submittedById: null, submittedAt: null, stateReason: reason };
    await moveMonth(tx, actor, { month, from: "SUBMITTED", to: "OPEN", verb: "month.return", data, reason });
    return {};
  },
});

async function holdSubmitted(tx: Tx, month: string, version: number) {
  const row = await holdMonthRow(tx, month);
  if (row.state !== "SUBMITTED") throw new Refusal("WRONG_STATE", { state: row.state });
  refuseOtherVersion(row, version, { case: "RELOAD" });
  return row;
}

/** For itself: whoever writes in the month shares it, so this waits for them and they for this (I24). */
async function holdMonthRow(tx: Tx, month: string) {
  await hold(tx, "fund_months", month);
  const row = await tx.fundMonth.findUnique({
    where: { month },
    select: { state: true, submittedById: true, version: true },
  });
  if (!row) throw new Refusal("WRONG_STATE");
  return row;
}

type Arrow = {
  month: string;
  from: MonthState;
  to: MonthState;
  verb: Verb;
  data: Prisma.FundMonthUpdateInput;
  reason?: string;
};

async function moveMonth(tx: Tx, actor: Actor, { month, from, to, verb, data, reason }: Arrow): Promise<void> {
  await recordAudit(tx, actor, verb, {
    type: "month",
    id: month,
    before: { state: from },
    after: { state: to },
    reason,
  });
  await tx.fundMonth.update({
    where: { month },
    data: { ...data, state: to, version: { increment: 1 } },
    select: { month: true },
  });
}
