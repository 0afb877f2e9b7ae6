import "server-only";
import { refuseMixedRoles } from "@/lib/account/commands/apart";
import { refuseWrongTrainer } from "@/lib/account/commands/lessons-of";
import { dropFactor, resetPassword } from "@/lib/account/commands/reset";
import { changeRoleInput, endSignInsInput, manageAccountInput, resetAccountInput } from "@/lib/account/schema";
import { recordAccess, recordAudit } from "@/lib/audit/record";
import { differenceOf } from "@/lib/audit/rules";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold, refuseOtherVersion } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";

/** Takes an account out of use; its sign-ins end with it (I33), what it did stays under its name. */
export const disableAccount = command({
  verb: "account.disable",
  permission: "account:manage",
  input: manageAccountInput,
  async run(tx, actor, { reason, ...which }) {
    const { id, disabledAt } = await holdOther(tx, actor, which);
    if (disabledAt) throw new Refusal("WRONG_STATE");

    await tx.$executeRaw`
      UPDATE accounts SET disabled_at = now(), set_up_token_hash = NULL, set_up_expires_at = NULL, version = version + 1
      WHERE id = ${id}::uuid`;
    await recordAudit(tx, actor, "account.disable", { type: "account", id, reason });
    return {};
  },
});

export const enableAccount = command({
  verb: "account.enable",
  permission: "account:manage",
  input: manageAccountInput,
  async run(tx, actor, { reason, ...which }) {
    const { id, name, role, disabledAt } = await holdOther(tx, actor, which);
    if (!disabledAt) throw new Refusal("WRONG_STATE");

    await refuseMixedRoles(tx, { name, role });
    await tx.$executeRaw`
      UPDATE accounts SET disabled_at = NULL, failed_sign_ins = 0, locked_until = NULL, version = version + 1
      WHERE id = ${id}::uuid`;
    await recordAudit(tx, actor, "account.enable", { type: "account", id, reason });
    return {};
  },
});

/** R101, I34: another role ends the sign-ins; nobody gives himself one. */
export const changeRole = command({
  verb: "account.changeRole",
  permission: "role:grant",
  input: changeRoleInput,
  async run(tx, actor, { role, trainerId, reason, ...which }) {
    const { id, ...before } = await holdOther(tx, actor, which);
    if (role === before.role) throw new Refusal("INPUT_WRONG", { field: "role", case: "ROLE_SAME" });

    await refuseMixedRoles(tx, { name: before.name, role });
    await refuseWrongTrainer(tx, { role, trainerId, except: id });
    const data = { role, trainerId: trainerId ?? null };
    await tx.account.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } });
    const change = differenceOf(before, data);
    await recordAudit(tx, actor, "account.changeRole", { type: "account", id, ...change, reason });
    return {};
  },
});

/** A lost password, or a link that ran out: the password goes, a new one-time link comes back. */
export const resetAccount = command({
  verb: "account.resetPassword",
  permission: "account:manage",
  input: resetAccountInput,
  unkept: true,
  async run(tx, actor, which) {
    const { id, disabledAt } = await holdOther(tx, actor, which);
    if (disabledAt) throw new Refusal("WRONG_STATE");
    return { id, token: await resetPassword(tx, actor, id) };
  },
});

/** A lost telephone: the next sign-in sets up another second factor. Never one's own, or a stolen session would be enough. */
export const resetFactor = command({
  verb: "account.resetFactor",
  permission: "account:manage",
  input: manageAccountInput,
  async run(tx, actor, { reason, ...which }) {
    const { id, factorSince } = await holdOther(tx, actor, which);
    if (!factorSince) throw new Refusal("WRONG_STATE");
    await dropFactor(tx, actor, id, reason);
    return {};
  },
});

/** Signs out everywhere; also one's own account, where the sign-in at hand ends with the others. */
export const endSignIns = command({
  verb: "account.endSignIns",
  permission: "session:end",
  input: endSignInsInput,
  async run(tx, actor, { accountId: id }) {
    const signIns = await tx.$executeRaw`
      UPDATE sign_ins SET ended_at = now(), end_reason = 'ENDED_BY_ADMIN' WHERE account_id = ${id}::uuid AND ended_at IS NULL`;
    await recordAudit(tx, actor, "account.endSignIns", { type: "account", id, after: { signIns } });
    await recordAccess(tx, actor, { verb: "signIn.ended", subjectType: "account", subjectId: id, rows: signIns });
    return { signIns };
  },
});

/** The account as it is now, held until the story ends; one's own is for somebody else to change (R101). */
async function holdOther(tx: Tx, actor: Actor, { accountId: id, version }: { accountId: string; version: number }) {
  if (id === actor.id) throw new Refusal("SAME_PERSON", { case: "OWN_ACCOUNT" });
  await hold(tx, "accounts", id);
  const account = await tx.account.findUnique({
    where: { id },
    select: { id: true, name: true, role: true, trainerId: true, disabledAt: true, factorSince: true, version: true },
  });
  if (!account) throw new Refusal("INPUT_WRONG", { case: "UNKNOWN_ACCOUNT" });
  refuseOtherVersion(account, version, { case: "RELOAD" });
  return account;
}
