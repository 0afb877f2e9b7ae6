import "server-only";
import { fitPassword, fitRepeated, formerPasswords, hashNew, refuseSame } from "@/lib/account/commands/fit-password";
import { provePerson } from "@/lib/account/factor/commands/prove";
import { type ChangePassword, changePasswordInput, languageInput, preferencesInput } from "@/lib/account/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import { snapshot } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";

/** R100: another password ends all sign-ins of the account (I33); the one at hand goes on under a new id, which comes back. */
export const changePassword = command({
  verb: "account.changePassword",
  permission: "own:preferences",
  input: changePasswordInput,
  before: proveAndHash,
  async run(tx, actor, _, { former, passwordHash }) {
    const { id, address } = actor;
    const changed = await tx.account.updateMany({
      where: { id, passwordHash: former },
      data: { passwordHash, version: { increment: 1 } },
    });
    if (changed.count === 0) throw new Refusal("STALE");
    await recordAudit(tx, actor, "account.changePassword", { type: "account", id });

    const signInId = newId();
    await tx.signIn.create({ data: { id: signInId, accountId: id, address }, select: { id: true } });
    return { signInId };
  },
});

/** A thief who found a sign-in open guesses here no longer than at the door. */
async function proveAndHash(actor: Actor, { newPassword, repeatedPassword, ...proof }: ChangePassword) {
  const { username, passwordHash, used } = await snapshot(async (tx) => ({
    ...(await tx.account.findUniqueOrThrow({
      where: { id: actor.id },
      select: { username: true, passwordHash: true },
    })),
    used: await formerPasswords(tx, actor.id),
  }));
  fitRepeated(newPassword, repeatedPassword);
  fitPassword(newPassword, username, "newPassword");
  refuseSame(newPassword, proof.currentPassword);
  await provePerson(actor, proof);
  return { former: passwordHash, passwordHash: await hashNew(newPassword, used) };
}

/** U36: how the pages look for this account; a matter of its own, so no entry in the audit. */
export const setPreferences = command({
  verb: "account.setPreferences",
  permission: "own:preferences",
  input: preferencesInput,
  async run(tx, { id }, data) {
    await tx.account.update({ where: { id }, data, select: { id: true } });
    return {};
  },
});

export const setLanguage = command({
  verb: "account.setLanguage",
  permission: "own:preferences",
  input: languageInput,
  async run(tx, { id }, data) {
    await tx.account.update({ where: { id }, data, select: { id: true } });
    return {};
  },
});
