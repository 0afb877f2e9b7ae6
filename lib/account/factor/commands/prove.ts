import "server-only";
import { stepOfCode } from "@/lib/account/factor/totp";
import { inTurn, passwordFits } from "@/lib/account/password";
import type { Proof } from "@/lib/account/schema";
import { noteFailure, refuseLocked } from "@/lib/account/sign-in/commands";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { unseal } from "@/lib/database/seal";
import { Refusal } from "@/lib/refusal/refusal";

/**
 * R93, R100: that it is still the same person who signed in: the password again, and a code where the account has a second factor. Wrong
 * ones count and lock like those at the door, and no code proves anything twice. Never inside a transaction: it hashes.
 */
export async function provePerson(actor: Actor, proof: Proof): Promise<void> {
  await prove(actor, proof);
}

/** R93 with R100: the password alone opens no whole numbers; an account without a second factor sets one up first. */
export async function proveByFactor(actor: Actor, proof: Proof): Promise<void> {
  await prove(actor, proof, { needsFactor: true });
}

async function prove(actor: Actor, { currentPassword, factorCode }: Proof, { needsFactor = false } = {}) {
  const { username, passwordHash, factorSealed } = await db.account.findUniqueOrThrow({
    where: { id: actor.id },
    select: { username: true, passwordHash: true, factorSealed: true },
  });
  if (needsFactor && !factorSealed) throw new Refusal("INPUT_WRONG", { field: "factorCode", case: "FACTOR_MISSING" });
  const person = { accountId: actor.id, username, address: actor.address };

  // The look at the lock and both guesses share one turn: more of them sent at once do not slip past it.
  await inTurn(async () => {
    await refuseLocked(username, actor.address);
    if (!(await passwordFits(passwordHash, currentPassword)))
      await refuseGuess(person, "currentPassword", "PASSWORD_CURRENT");
    if (factorSealed) await takeCode(person, factorSealed, factorCode);
  });
  await db.$executeRaw`UPDATE accounts SET failed_sign_ins = 0, locked_until = NULL WHERE id = ${actor.id}::uuid AND disabled_at IS NULL`;
}

type Person = { accountId: string; username: string; address: string };

/** The step moves forward in the statement that compares it: of two who send the same code one is believed. */
export async function takeCode(person: Person, factorSealed: string, code: string): Promise<void> {
  const secret = unseal("accounts", "factor", person.accountId, factorSealed);
  const step = stepOfCode(secret, code, Date.now());
  const taken =
    step !== undefined &&
    (await db.$executeRaw`
      UPDATE accounts SET factor_step = ${step}
      WHERE id = ${person.accountId}::uuid AND factor_sealed = ${factorSealed} AND disabled_at IS NULL AND (factor_step IS NULL OR factor_step < ${step})`);
  if (!taken) await refuseGuess(person, "factorCode", "FACTOR_CODE");
}

async function refuseGuess({ accountId, username, address }: Person, field: keyof Proof, of: string): Promise<never> {
  await noteFailure(username, address, accountId);
  throw new Refusal("INPUT_WRONG", { field, case: of });
}
