import "server-only";
import { randomBytes } from "node:crypto";
import { resemblesUsername, setUpHours } from "@/lib/account/rules";
import type { Preferences } from "@/lib/account/schema";
import { type Doer, recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { hashPassword, inTurn, passwordFits } from "@/lib/auth/password";
import { db, type Tx, transaction } from "@/lib/db";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { keyedHash } from "@/lib/seal";
import type { Locale } from "@/lib/wording/locale";
import type { Role } from "@/prisma/generated/enums";

type NewAccount = { id?: string; username: string; name: string; role: Role; password?: string; isDemo?: boolean };

/** A new account; without a password it waits for its one-time link. */
export async function createAccount(
  doer: Doer,
  { id = newId(), username, name, role, password, isDemo = false }: NewAccount,
) {
  if (password !== undefined) refuseResemblance(password, username, "password");
  const passwordHash = password === undefined ? null : await inTurn(() => hashPassword(password));

  return transaction(async (tx) => {
    await tx.account.create({ data: { id, username, name, role, passwordHash, isDemo }, select: { id: true } });
    await recordAudit(tx, doer, "account.create", {
      type: "account",
      id,
      after: { username, role, hasPassword: passwordHash !== null },
    });
    return { id };
  });
}

/** The one-time token of a link that sets the password (R100); only its hash is kept, an earlier link is void. */
export async function offerSetUp(doer: Doer, accountId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE accounts SET set_up_token_hash = ${tokenHash(token)}, set_up_expires_at = now() + make_interval(hours => ${setUpHours}::int)
      WHERE id = ${accountId}::uuid`;
    await recordAudit(tx, doer, "account.offerSetUp", { type: "account", id: accountId, after: { hours: setUpHours } });
  });
  return token;
}

/** R100: takes the password away, which ends every sign-in (I33), and offers a new link; a lock is lifted with it. */
export async function resetPassword(doer: Doer, accountId: string): Promise<string> {
  return transaction(async (tx) => {
    const token = randomBytes(32).toString("base64url");
    await tx.$executeRaw`
      UPDATE accounts SET password_hash = NULL, failed_sign_ins = 0, locked_until = NULL, version = version + 1,
        set_up_token_hash = ${tokenHash(token)}, set_up_expires_at = now() + make_interval(hours => ${setUpHours}::int)
      WHERE id = ${accountId}::uuid`;
    await recordAudit(tx, doer, "account.resetPassword", {
      type: "account",
      id: accountId,
      after: { hours: setUpHours },
    });
    return token;
  });
}

type SetUp = { token: string; newPassword: string; repeatedPassword: string };

/** Sets the first password by a one-time link; of two who use the same link at once, one comes too late. */
export async function setUpAccount({ token, newPassword, repeatedPassword }: SetUp) {
  const account = await findByToken(db, token);
  if (!account) throw new Refusal("INPUT_WRONG", { case: "LINK_OVER" });
  refuseUnlike(newPassword, repeatedPassword);
  refuseResemblance(newPassword, account.username, "newPassword");
  const passwordHash = await inTurn(() => hashPassword(newPassword));

  await transaction(async (tx) => {
    const taken = await tx.account.updateMany({
      where: { id: account.id, setUpTokenHash: tokenHash(token), setUpExpiresAt: { gt: new Date() }, disabledAt: null },
      data: {
        passwordHash,
        setUpTokenHash: null,
        setUpExpiresAt: null,
        failedSignIns: 0,
        lockedUntil: null,
        version: { increment: 1 },
      },
    });
    if (taken.count === 0) throw new Refusal("INPUT_WRONG", { case: "LINK_OVER" });
    await recordAudit(tx, account, "account.setUp", { type: "account", id: account.id });
  });
}

export const findByToken = (tx: Tx, token: string) =>
  tx.account.findFirst({
    where: { setUpTokenHash: tokenHash(token), setUpExpiresAt: { gt: new Date() }, disabledAt: null },
    select: { id: true, username: true, name: true, role: true },
  });

type Change = { currentPassword: string; newPassword: string; repeatedPassword: string };

/** R100: another password ends all sign-ins of the account (I33); the one at hand goes on under a new id, which comes back. */
export async function changePassword(
  actor: Actor,
  { currentPassword, newPassword, repeatedPassword }: Change,
): Promise<string> {
  const { username, passwordHash: before } = await db.account.findUniqueOrThrow({
    where: { id: actor.id },
    select: { username: true, passwordHash: true },
  });
  refuseUnlike(newPassword, repeatedPassword);
  refuseResemblance(newPassword, username, "newPassword");
  if (newPassword === currentPassword)
    throw new Refusal("INPUT_WRONG", { field: "newPassword", case: "PASSWORD_SAME" });
  const passwordHash = await inTurn(async () => {
    if (!(await passwordFits(before, currentPassword)))
      throw new Refusal("INPUT_WRONG", { field: "currentPassword", case: "PASSWORD_CURRENT" });
    return hashPassword(newPassword);
  });

  return transaction(async (tx) => {
    const changed = await tx.account.updateMany({
      where: { id: actor.id, passwordHash: before },
      data: { passwordHash, version: { increment: 1 } },
    });
    if (changed.count === 0) throw new Refusal("STALE");
    await recordAudit(tx, actor, "account.changePassword", { type: "account", id: actor.id });

    const signInId = newId();
    await tx.signIn.create({
      data: { id: signInId, accountId: actor.id, address: actor.address },
      select: { id: true },
    });
    return signInId;
  });
}

/** U36: how the pages look for this account; a matter of its own, so no entry in the audit. */
export async function setPreferences(actor: Actor, { shortcuts, ...preferences }: Preferences) {
  return transaction(async (tx) => {
    await tx.account.update({
      where: { id: actor.id },
      data: { ...preferences, shortcuts: shortcuts === "on" },
      select: { id: true },
    });
  });
}

export async function setLanguage(actor: Actor, language: Locale) {
  return transaction(async (tx) => {
    await tx.account.update({ where: { id: actor.id }, data: { language }, select: { id: true } });
  });
}

const tokenHash = (token: string): string => keyedHash("set-up", token);

function refuseUnlike(password: string, repeated: string): void {
  if (password !== repeated) throw new Refusal("INPUT_WRONG", { field: "repeatedPassword", case: "PASSWORD_UNLIKE" });
}

function refuseResemblance(password: string, username: string, field: string): void {
  if (resemblesUsername(password, username)) throw new Refusal("INPUT_WRONG", { field, case: "PASSWORD_IS_NAME" });
}
