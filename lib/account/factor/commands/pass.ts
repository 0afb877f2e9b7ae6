import "server-only";
import { fitPassword, fitRepeated, formerPasswords, hashNew } from "@/lib/account/commands/fit-password";
import { stepOrRefuse, writeFactor } from "@/lib/account/factor/commands/enrol";
import { takeCode } from "@/lib/account/factor/commands/prove";
import type { Pending } from "@/lib/account/factor/queries";
import { inTurn } from "@/lib/account/password";
import { openSignIn, refuseLocked } from "@/lib/account/sign-in/commands";
import { recordAudit } from "@/lib/audit/record";
import { db, snapshot, type Tx, transaction } from "@/lib/database/db";
import { unseal } from "@/lib/database/seal";
import { Refusal } from "@/lib/refusal/refusal";

/** R100: the code of the enrolled factor lets in; wrong ones count like wrong passwords, and none opens twice. */
export async function passFactor(pending: Pending, code: string): Promise<string> {
  if (pending.awaits !== "CODE") throw new Refusal("SIGNED_OUT");
  await proveCode(pending, code);
  return transaction(async (tx) => {
    const held = await tx.$executeRaw`
      UPDATE accounts SET failed_sign_ins = 0, locked_until = NULL WHERE id = ${pending.accountId}::uuid AND disabled_at IS NULL`;
    if (held === 0) throw new Refusal("SIGNED_OUT");
    return finish(tx, pending);
  });
}

/** One turn for the look at the lock and the guess: a thousand codes sent at once are not tried before the first is counted. */
async function proveCode(pending: Pending, code: string): Promise<void> {
  await inTurn(async () => {
    await refuseLocked(pending.username, pending.address);
    const { factorSealed } = await db.account.findUniqueOrThrow({
      where: { id: pending.accountId },
      select: { factorSealed: true },
    });
    if (!factorSealed) throw new Refusal("SIGNED_OUT");
    await takeCode(pending, factorSealed, code);
  });
}

/** I31: the offered secret becomes the account's own, sealed for its row, once a code proves that an app holds it. */
export async function enrolFactor(pending: Pending, code: string): Promise<string> {
  if (pending.awaits !== "ENROLMENT" || !pending.offeredFactor) throw new Refusal("SIGNED_OUT");
  const secret = unseal("sign_ins", "offered_factor", pending.id, pending.offeredFactor);
  const step = stepOrRefuse(secret, code);

  return transaction(async (tx) => {
    const { accountId } = pending;
    if (!(await writeFactor(tx, accountId, { secret, step }))) throw new Refusal("SIGNED_OUT");
    await recordAudit(tx, { ...pending, id: accountId }, "account.enrolFactor", { type: "account", id: accountId });
    return finish(tx, pending);
  });
}

/** A newcomer to the demo looks around without an app; nowhere else. */
export async function skipFactor(pending: Pending): Promise<string> {
  if (!pending.isDemo || pending.awaits !== "ENROLMENT") throw new Refusal("NOT_ALLOWED");
  return transaction((tx) => finish(tx, pending, "signIn.withoutFactor"));
}

type Renewal = { newPassword: string; repeatedPassword: string; factorCode: string };

/** R100: a password past its days is replaced before anything opens, by nobody without the account's second factor; every sign-in ends with it. */
export async function renewPassword(pending: Pending, typed: Renewal) {
  if (pending.awaits !== "PASSWORD") throw new Refusal("SIGNED_OUT");
  const { accountId, username } = pending;
  const former = await snapshot(async (tx) => {
    await refuseEnded(tx, pending);
    return formerPasswords(tx, accountId);
  });
  fitRepeated(typed.newPassword, typed.repeatedPassword);
  fitPassword(typed.newPassword, username, "newPassword");
  if (pending.hasFactor) await proveCode(pending, typed.factorCode);
  const passwordHash = await hashNew(typed.newPassword, former);

  await transaction(async (tx) => {
    await endPending(tx, pending);
    await tx.account.update({
      where: { id: accountId },
      data: { passwordHash, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, { ...pending, id: accountId }, "account.changePassword", { type: "account", id: accountId });
  });
}

/** The sign-in goes on under a new id: the one a password alone gave out opens nothing. */
async function finish(tx: Tx, pending: Pending, verb: "signIn" | "signIn.withoutFactor" = "signIn"): Promise<string> {
  await endPending(tx, pending);
  return openSignIn(tx, { ...pending, verb });
}

async function refuseEnded(tx: Tx, { id }: Pending) {
  if ((await tx.signIn.count({ where: { id, endedAt: null } })) === 0) throw new Refusal("SIGNED_OUT");
}

async function endPending(tx: Tx, { id }: Pending) {
  const ended =
    await tx.$executeRaw`UPDATE sign_ins SET ended_at = now(), end_reason = 'PASSED' WHERE id = ${id}::uuid AND ended_at IS NULL`;
  if (ended === 0) throw new Refusal("SIGNED_OUT");
}
