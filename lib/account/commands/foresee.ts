import "server-only";
import { fitPassword, fitRepeated, refuseSame } from "@/lib/account/commands/fit-password";
import { findByToken } from "@/lib/account/commands/set-up";
import type { Actor } from "@/lib/auth/actor";
import { noesOf } from "@/lib/command/values";
import { db } from "@/lib/database/db";
import type { Typed } from "@/lib/refusal/answer";
import type { Refusal } from "@/lib/refusal/refusal";

/** U24: what a new password would be refused for, without a hash: whether the old one is right is asked of what is whole only. */
export async function foreseeChange({ id }: Actor, typed: Typed): Promise<Refusal[]> {
  const { newPassword, currentPassword } = textsOf(typed);
  const account = await db.account.findUnique({ where: { id }, select: { username: true } });
  return [...(await noesOfNew(account, typed)), ...(await noesOf(() => refuseSame(newPassword, currentPassword)))];
}

/** The same for the first password, which a link sets. */
export async function foreseeSetUp(typed: Typed): Promise<Refusal[]> {
  return noesOfNew(await findByToken(db, textsOf(typed).token), typed);
}

function noesOfNew(account: { username: string } | null, typed: Typed) {
  const { newPassword, repeatedPassword } = textsOf(typed);
  return noesOf(
    repeatedPassword && (() => fitRepeated(newPassword, repeatedPassword)),
    account && (() => fitPassword(newPassword, account.username, "newPassword")),
  );
}

const names = ["token", "newPassword", "repeatedPassword", "currentPassword"] as const;
const textsOf = (typed: Typed) =>
  Object.fromEntries(names.map((name) => [name, String(typed[name] ?? "")])) as Record<(typeof names)[number], string>;
