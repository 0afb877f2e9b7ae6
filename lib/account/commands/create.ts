import "server-only";
import { refuseMixedRoles } from "@/lib/account/commands/apart";
import { fitPassword } from "@/lib/account/commands/fit-password";
import { refuseWrongTrainer } from "@/lib/account/commands/lessons-of";
import { newToken, tokenHash } from "@/lib/account/commands/set-up";
import { hashPassword, inTurn } from "@/lib/account/password";
import { setUpHours } from "@/lib/account/rules";
import { inviteAccountInput } from "@/lib/account/schema";
import { type Doer, recordAudit } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import { transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import type { Role } from "@/prisma/generated/enums";

type NewAccount = {
  id?: string;
  username: string;
  name: string;
  role: Role;
  /** Of a trainer's account: whose lessons it sees. */
  trainerId?: string;
  password?: string;
  isDemo?: boolean;
};

/** A new account of the command line and the demo; without a password it waits for its one-time link. */
export async function createAccount(
  doer: Doer,
  { id = newId(), username, name, role, trainerId, password, isDemo = false }: NewAccount,
) {
  if (password !== undefined) fitPassword(password, username, "password");
  const passwordHash = password === undefined ? null : await inTurn(() => hashPassword(password));

  return transaction(async (tx) => {
    await tx.account.create({
      data: { id, username, name, role, trainerId: trainerId ?? null, passwordHash, isDemo },
      select: { id: true },
    });
    await recordAudit(tx, doer, "account.create", {
      type: "account",
      id,
      after: { username, role, hasPassword: passwordHash !== null },
    });
    return { id };
  });
}

/** R100: a new account with the one-time link its owner sets the password by. */
export const inviteAccount = command({
  verb: "account.create",
  permission: "account:manage",
  input: inviteAccountInput,
  unkept: true,
  async run(tx, actor, { username, name, role, trainerId }) {
    const known = await tx.account.findUnique({ where: { username }, select: { id: true } });
    if (known) throw new Refusal("INPUT_WRONG", { field: "username", case: "USERNAME_TAKEN" });
    await refuseMixedRoles(tx, { name, role });
    await refuseWrongTrainer(tx, { role, trainerId });

    const [id, token] = [newId(), newToken()];
    await tx.$executeRaw`
      INSERT INTO accounts (id, username, name, role, trainer_id, set_up_token_hash, set_up_expires_at)
      VALUES (${id}::uuid, ${username}, ${name}, ${role}::"Role", ${trainerId ?? null}::uuid, ${tokenHash(token)},
        now() + make_interval(hours => ${setUpHours}::int))`;
    const after = { username, name, role, ...(trainerId && { trainerId }), hours: setUpHours };
    await recordAudit(tx, actor, "account.create", { type: "account", id, after });
    return { id, token };
  },
});
