import "server-only";
import { refuseMixedRoles } from "@/lib/account/mutations/apart";
import { fitPassword } from "@/lib/account/mutations/fit-password";
import { newToken, tokenHash } from "@/lib/account/mutations/set-up";
import { hashPassword, inTurn } from "@/lib/account/password";
import { setUpHours } from "@/lib/account/rules";
import type { InviteAccount } from "@/lib/account/schema";
import { type Doer, recordAudit } from "@/lib/audit/mutations";
import { transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import type { Role } from "@/prisma/generated/enums";

type NewAccount = { id?: string; username: string; name: string; role: Role; password?: string; isDemo?: boolean };

/** A new account; without a password it waits for its one-time link. */
export async function createAccount(
  doer: Doer,
  { id = newId(), username, name, role, password, isDemo = false }: NewAccount,
) {
  if (password !== undefined) fitPassword(password, username, "password");
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

/** R100: a new account with the one-time link its owner sets the password by. */
export async function inviteAccount(doer: Doer, { username, name, role }: InviteAccount) {
  return transaction(async (tx) => {
    const known = await tx.account.findUnique({ where: { username }, select: { id: true } });
    if (known) throw new Refusal("INPUT_WRONG", { field: "username", case: "USERNAME_TAKEN" });
    await refuseMixedRoles(tx, { name, role });

    const [id, token] = [newId(), newToken()];
    await tx.$executeRaw`
      INSERT INTO accounts (id, username, name, role, set_up_token_hash, set_up_expires_at)
      VALUES (${id}::uuid, ${username}, ${name}, ${role}::"Role", ${tokenHash(token)}, now() + make_interval(hours => ${setUpHours}::int))`;
    await recordAudit(tx, doer, "account.create", {
      type: "account",
      id,
      after: { username, name, role, hours: setUpHours },
    });
    return { id, token };
  });
}
