import "server-only";
import { refuseMixedRoles } from "@/lib/account/mutations/apart";
import { resetPassword } from "@/lib/account/mutations/set-up";
import type { ChangeRole, ManageAccount } from "@/lib/account/schema";
import { type Doer, recordAccess, recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";

/** Takes an account out of use; its sign-ins end with it (I33), what it did stays under its name. */
export async function disableAccount(actor: Actor, { reason, ...which }: ManageAccount) {
  await transaction(async (tx) => {
    const { id, disabledAt } = await holdOther(tx, actor, which);
    if (disabledAt) throw new Refusal("WRONG_STATE");

    await tx.$executeRaw`
      UPDATE accounts SET disabled_at = now(), set_up_token_hash = NULL, set_up_expires_at = NULL, version = version + 1 WHERE id = ${id}::uuid`;
    await recordAudit(tx, actor, "account.disable", { type: "account", id, reason });
  });
}

export async function enableAccount(actor: Actor, { reason, ...which }: ManageAccount) {
  await transaction(async (tx) => {
    const { id, name, role, disabledAt } = await holdOther(tx, actor, which);
    if (!disabledAt) throw new Refusal("WRONG_STATE");

    await refuseMixedRoles(tx, { name, role });
    await tx.$executeRaw`
      UPDATE accounts SET disabled_at = NULL, failed_sign_ins = 0, locked_until = NULL, version = version + 1 WHERE id = ${id}::uuid`;
    await recordAudit(tx, actor, "account.enable", { type: "account", id, reason });
  });
}

/** R101, I34: another role ends the sign-ins; nobody gives himself one. */
export async function changeRole(actor: Actor, { role, reason, ...which }: ChangeRole) {
  await transaction(async (tx) => {
    const { id, name, role: before } = await holdOther(tx, actor, which);
    if (role === before) throw new Refusal("INPUT_WRONG", { field: "role", case: "ROLE_SAME" });

    await refuseMixedRoles(tx, { name, role });
    await tx.account.update({ where: { id }, data: { role, version: { increment: 1 } }, select: { id: true } });
    await recordAudit(tx, actor, "account.changeRole", {
      type: "account",
      id,
      before: { role: before },
      after: { role },
      reason,
    });
  });
}

/** A lost password, or a link that ran out: the password goes, a new one-time link comes back. */
export async function resetAccount(actor: Actor, which: Omit<ManageAccount, "reason">): Promise<{ token: string }> {
  return transaction(async (tx) => {
    const { id, disabledAt } = await holdOther(tx, actor, which);
    if (disabledAt) throw new Refusal("WRONG_STATE");
    return { token: await resetPassword(actor, id) };
  });
}

/** A lost telephone: the next sign-in sets up another second factor. Never one's own, or a stolen session would be enough. */
export async function resetFactor(actor: Actor, { reason, ...which }: ManageAccount) {
  await transaction(async (tx) => {
    const { id, factorSince } = await holdOther(tx, actor, which);
    if (!factorSince) throw new Refusal("WRONG_STATE");

    await dropFactor(actor, id, reason);
  });
}

/** Also for the command line of the server, where the only security administrator has lost his telephone. */
export async function dropFactor(doer: Doer, id: string, reason?: string) {
  await transaction(async (tx) => {
    await tx.account.update({
      where: { id },
      data: { factorSealed: null, factorSince: null, factorStep: null, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, doer, "account.resetFactor", { type: "account", id, reason });
  });
}

/** Signs out everywhere; also one's own account, where the sign-in at hand ends with the others. */
export async function endSignIns(actor: Actor, { accountId }: { accountId: string }) {
  await transaction(async (tx) => {
    const ended = await tx.$executeRaw`
      UPDATE sign_ins SET ended_at = now(), end_reason = 'ENDED_BY_ADMIN' WHERE account_id = ${accountId}::uuid AND ended_at IS NULL`;
    await recordAudit(tx, actor, "account.endSignIns", { type: "account", id: accountId, after: { signIns: ended } });
    await recordAccess(tx, actor, { verb: "signIn.ended", subjectType: "account", subjectId: accountId, rows: ended });
  });
}

/** The account as it is now, held until the story ends; one's own is for somebody else to change (R101). */
async function holdOther(tx: Tx, actor: Actor, { accountId, version }: { accountId: string; version: number }) {
  if (accountId === actor.id) throw new Refusal("SAME_PERSON", { case: "OWN_ACCOUNT" });
  await tx.$queryRaw`SELECT id FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  const account = await tx.account.findUnique({
    where: { id: accountId },
    select: { id: true, name: true, role: true, disabledAt: true, factorSince: true, version: true },
  });
  if (!account) throw new Refusal("INPUT_WRONG", { case: "UNKNOWN_ACCOUNT" });
  if (account.version !== version) throw new Refusal("STALE", { case: "RELOAD" });
  return account;
}
