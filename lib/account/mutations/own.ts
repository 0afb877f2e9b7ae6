import "server-only";
import { provePerson } from "@/lib/account/factor/mutations/prove";
import { fitPassword, fitRepeated, formerPasswords, hashNew } from "@/lib/account/mutations/fit-password";
import type { Preferences, Proof } from "@/lib/account/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { snapshot, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import type { Locale } from "@/lib/wording/locale";

type Change = Proof & { newPassword: string; repeatedPassword: string };

/**
 * R100: another password ends all sign-ins of the account (I33); the one at hand goes on under a new id, which comes back. Whoever found a
 * sign-in open guesses here no longer than at the door.
 */
export async function changePassword(
  actor: Actor,
  { newPassword, repeatedPassword, ...proof }: Change,
): Promise<string> {
  const { username, before, former } = await snapshot(async (tx) => {
    const { username, passwordHash: before } = await tx.account.findUniqueOrThrow({
      where: { id: actor.id },
      select: { username: true, passwordHash: true },
    });
    return { username, before, former: await formerPasswords(tx, actor.id) };
  });
  fitRepeated(newPassword, repeatedPassword);
  fitPassword(newPassword, username, "newPassword");
  if (newPassword === proof.currentPassword)
    throw new Refusal("INPUT_WRONG", { field: "newPassword", case: "PASSWORD_SAME" });
  await provePerson(actor, proof);
  const passwordHash = await hashNew(newPassword, former);

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
