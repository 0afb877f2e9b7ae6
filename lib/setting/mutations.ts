import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import { findParameters } from "@/lib/setting/parameter";
import { readSetting, signatureBy } from "@/lib/setting/rules";
import type { ApproveSetting, ProposeCapacity, ProposeSetting, RefuseSetting } from "@/lib/setting/schema";
import { type Day, dateFromDay, dayFromDate, yearOf } from "@/lib/value/calendar";
import type { SettingDomain } from "@/prisma/generated/enums";

/** Proposes another value from a day on; what was in force before that day stays as it was. */
export async function proposeSetting(
  actor: Actor,
  { settingKey, settingValue, validFrom, ...grounds }: ProposeSetting,
) {
  return transaction(async (tx) => {
    const kind = await tx.settingKind.findUnique({ where: { key: settingKey }, select: { domain: true, unit: true } });
    if (!kind || kind.domain === "CAPACITY")
      throw new Refusal("INPUT_WRONG", { field: "settingValue", case: "UNKNOWN_SETTING" });
    if (validFrom < actor.today)
      throw new Refusal("INPUT_WRONG", { field: "validFrom", case: "SETTING_DAY_PAST", today: actor.today });

    const value = readSetting(settingValue, kind.unit);
    if (value === undefined)
      throw new Refusal("INPUT_WRONG", {
        field: "settingValue",
        case: kind.unit === "BASIS_POINTS" ? "RATE" : "WHOLE",
      });

    const previous = (await findParameters(tx, validFrom))(settingKey);
    return propose(tx, actor, { key: settingKey, value, validFrom, previous, ...grounds });
  });
}

/** R24: another capacity of one year; the database refuses one below what the year's cohorts hold. */
export async function proposeCapacity(actor: Actor, { capacityYear, settingValue, ...grounds }: ProposeCapacity) {
  return transaction(async (tx) => {
    if (capacityYear < yearOf(actor.today))
      throw new Refusal("INPUT_WRONG", { field: "capacityYear", case: "SETTING_YEAR_PAST" });

    const validFrom = `${capacityYear}-01-01` as Day;
    const year = await tx.trainingYear.findUnique({ where: { year: capacityYear }, select: { capacity: true } });
    const previous = year?.capacity ?? (await findParameters(tx, validFrom))("annual_capacity");
    return propose(tx, actor, { key: "year_capacity", value: settingValue, validFrom, previous, ...grounds });
  });
}

/** Signs on the line of the actor's office; the last signature that was missing puts the figure in force. */
export async function approveSetting(actor: Actor, domains: SettingDomain[], which: ApproveSetting) {
  await transaction(async (tx) => {
    const { id, key, domain, validFrom, state } = await holdOpen(tx, domains, which);
    const signature = signatureBy(actor.role, domain);
    if (!signature) throw new Refusal("NOT_ALLOWED");
    if (domain !== "CAPACITY" && validFrom < actor.today)
      throw new Refusal("INPUT_WRONG", { case: "SETTING_DAY_OVER", day: validFrom });

    const { state: now } = await tx.settingChange.update({
      where: { id, [signature]: null },
      data: { [signature]: actor.id, version: { increment: 1 } },
      select: { state: true },
    });
    await recordAudit(tx, actor, "setting.approve", {
      type: "setting",
      id,
      before: { settingState: state },
      after: { settingKey: key, settingState: now },
    });
  });
}

/** Says no, with a reason the proposer reads. */
export async function rejectSetting(actor: Actor, domains: SettingDomain[], { stateReason, ...which }: RefuseSetting) {
  await transaction(async (tx) => {
    const { id, key, domain, createdById } = await holdOpen(tx, domains, which);
    if (!signatureBy(actor.role, domain)) throw new Refusal("NOT_ALLOWED");
    if (createdById === actor.id) throw new Refusal("SAME_PERSON");
    await close(tx, actor, { id, key, state: "REJECTED", stateReason, verb: "setting.reject" });
  });
}

/** Who proposed takes it back, while it is undecided. */
export async function withdrawSetting(actor: Actor, domains: SettingDomain[], which: ApproveSetting) {
  await transaction(async (tx) => {
    const { id, key, createdById } = await holdOpen(tx, domains, which);
    if (createdById !== actor.id) throw new Refusal("NOT_ALLOWED");
    await close(tx, actor, { id, key, state: "WITHDRAWN", stateReason: null, verb: "setting.withdraw" });
  });
}

type Proposal = { key: string; value: number; validFrom: Day; previous: number; reason: string; documentNo: string };

async function propose(tx: Tx, actor: Actor, { validFrom, ...proposal }: Proposal): Promise<{ id: string }> {
  if (proposal.value === proposal.previous)
    throw new Refusal("INPUT_WRONG", { field: "settingValue", case: "SETTING_SAME" });
  const open = await tx.settingChange.count({
    where: { key: proposal.key, validFrom: dateFromDay(validFrom), state: "PROPOSED" },
  });
  if (open > 0) throw new Refusal("WRONG_STATE", { field: "settingValue", case: "SETTING_OPEN" });

  const id = newId();
  await tx.settingChange.create({
    data: { id, ...proposal, validFrom: dateFromDay(validFrom), createdById: actor.id },
    select: { id: true },
  });
  await recordAudit(tx, actor, "setting.propose", {
    type: "setting",
    id,
    before: { settingValue: proposal.previous },
    after: {
      settingKey: proposal.key,
      settingValue: proposal.value,
      validFrom,
      documentNo: proposal.documentNo,
    },
    reason: proposal.reason,
  });
  return { id };
}

async function holdOpen(tx: Tx, domains: SettingDomain[], { settingChangeId, version }: ApproveSetting) {
  await tx.$queryRaw`SELECT id FROM setting_changes WHERE id = ${settingChangeId}::uuid FOR NO KEY UPDATE`;
  const change = await tx.settingChange.findUnique({
    where: { id: settingChangeId },
    select: {
      id: true,
      key: true,
      validFrom: true,
      state: true,
      createdById: true,
      version: true,
      kind: { select: { domain: true } },
    },
  });
  if (!change || !domains.includes(change.kind.domain)) throw new Refusal("INPUT_WRONG", { case: "UNKNOWN_SETTING" });
  if (change.version !== version) throw new Refusal("STALE", { case: "RELOAD" });
  if (change.state !== "PROPOSED") throw new Refusal("WRONG_STATE");
  return { ...change, domain: change.kind.domain, validFrom: dayFromDate(change.validFrom) };
}

type Closing = {
  id: string;
  key: string;
  state: "REJECTED" | "WITHDRAWN";
  stateReason: string | null;
  verb: string;
};

async function close(tx: Tx, actor: Actor, { id, key, state, stateReason, verb }: Closing) {
  await tx.settingChange.update({
    where: { id },
    data: { state, stateReason, decidedById: actor.id, decidedAt: new Date(), version: { increment: 1 } },
    select: { id: true },
  });
  await recordAudit(tx, actor, verb, {
    type: "setting",
    id,
    after: { settingKey: key, settingState: state },
    ...(stateReason && { reason: stateReason }),
  });
}
