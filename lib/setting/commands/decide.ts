import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { command, refuseUngranted } from "@/lib/command/command";
import { db, type Tx } from "@/lib/database/db";
import { hold, refuseOtherVersion } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { permissionOf, signatureBy } from "@/lib/setting/rules";
import { type DecideSetting, decideSettingInput, rejectSettingInput } from "@/lib/setting/schema";
import { type Day, dayFromDate } from "@/lib/value/calendar";

/** Signs on the line of the actor's office; the last signature that was missing puts the figure in force. */
export const approveSetting = command({
  verb: "setting.approve",
  permission: "setting:change",
  as: "approver",
  input: decideSettingInput,
  before: grantedFor("setting.approve", "approver"),
  async run(tx, actor, input) {
    const { id, key, domain, validFrom, state } = await holdOpen(tx, input);
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
      ...{ type: "setting", id },
      before: { state },
      after: { key, state: now, validFrom },
    });
    return { key, validFrom, state: now };
  },
});

/** Says no, with a reason the proposer reads. */
export const rejectSetting = command({
  verb: "setting.reject",
  permission: "setting:change",
  as: "approver",
  input: rejectSettingInput,
  before: grantedFor("setting.reject", "approver"),
  async run(tx, actor, { stateReason, ...input }) {
    const { id, key, domain, validFrom, createdById } = await holdOpen(tx, input);
    if (!signatureBy(actor.role, domain)) throw new Refusal("NOT_ALLOWED");
    if (createdById === actor.id) throw new Refusal("SAME_PERSON");
    await close(tx, actor, { id, key, validFrom, state: "REJECTED", stateReason, verb: "setting.reject" });
    return { key, validFrom };
  },
});

/** The proposer takes the change back, while it is undecided. */
export const withdrawSetting = command({
  verb: "setting.withdraw",
  permission: "setting:change",
  input: decideSettingInput,
  before: grantedFor("setting.withdraw", "proposer"),
  async run(tx, actor, input) {
    const { id, key, validFrom, createdById } = await holdOpen(tx, input);
    if (createdById !== actor.id) throw new Refusal("NOT_ALLOWED");
    await close(tx, actor, { id, key, validFrom, state: "WITHDRAWN", stateReason: null, verb: "setting.withdraw" });
    return { key, validFrom };
  },
});

/** The table asks by the domain of the figure, which never changes: the year's capacity is proposed and signed by other offices (R24). */
function grantedFor(verb: Verb, as: "approver" | "proposer") {
  return async (actor: Actor, { settingChangeId: id }: DecideSetting): Promise<void> => {
    const change = await db.settingChange.findUnique({
      where: { id },
      select: { kind: { select: { domain: true } } },
    });
    if (!change) throw new Refusal("INPUT_WRONG", { case: "UNKNOWN_SETTING" });
    await refuseUngranted(actor, { verb, permission: permissionOf(change.kind.domain), as });
  };
}

async function holdOpen(tx: Tx, { settingChangeId: id, version }: DecideSetting) {
  await hold(tx, "setting_changes", id);
  const change = await tx.settingChange.findUniqueOrThrow({ where: { id }, select: held });
  refuseOtherVersion(change, version, { case: "RELOAD" });
  if (change.state !== "PROPOSED") throw new Refusal("WRONG_STATE");
  return { ...change, domain: change.kind.domain, validFrom: dayFromDate(change.validFrom) };
}

const held = {
  ...({ id: true, key: true, validFrom: true, state: true, createdById: true, version: true } as const),
  kind: { select: { domain: true } },
} as const;

type Closing = {
  id: string;
  key: string;
  validFrom: Day;
  state: "REJECTED" | "WITHDRAWN";
  stateReason: string | null;
  verb: Verb;
};

async function close(tx: Tx, actor: Actor, { id, key, validFrom, state, stateReason, verb }: Closing) {
  await tx.settingChange.update({
    where: { id },
    data: { state, stateReason, decidedById: actor.id, decidedAt: new Date(), version: { increment: 1 } },
    select: { id: true },
  });
  await recordAudit(tx, actor, verb, {
    type: "setting",
    id,
    after: { key, state, validFrom },
    ...(stateReason && { reason: stateReason }),
  });
}
