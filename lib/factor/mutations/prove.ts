import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { stepOfCode } from "@/lib/auth/factor";
import { inTurn, passwordFits } from "@/lib/auth/password";
import { db } from "@/lib/db";
import type { Proof } from "@/lib/factor/schema";
import { Refusal } from "@/lib/refusal";
import { unseal } from "@/lib/seal";
import { noteFailure, refuseLocked } from "@/lib/sign-in/mutations";

/**
 * R93, R100: that it is still the same person who signed in: the password again, and a code where the account has a second factor. Wrong
 * ones count and lock like those at the door, and no code proves anything twice. Never inside a transaction: it hashes.
 */
export async function provePerson(actor: Actor, { currentPassword, factorCode }: Proof): Promise<void> {
  const { username, passwordHash, factorSealed } = await db.account.findUniqueOrThrow({
    where: { id: actor.id },
    select: { username: true, passwordHash: true, factorSealed: true },
  });
  const refuse = async (field: keyof Proof, of: string): Promise<never> => {
    await noteFailure(username, actor.address, actor.id);
    throw new Refusal("INPUT_WRONG", { field, case: of });
  };

  await inTurn(async () => {
    await refuseLocked(username, actor.address);
    if (!(await passwordFits(passwordHash, currentPassword))) await refuse("currentPassword", "PASSWORD_CURRENT");
  });
  const secret = factorSealed && unseal("accounts", "factor", actor.id, factorSealed);
  const step = secret ? stepOfCode(secret, factorCode, Date.now()) : null;
  const proved =
    step !== undefined &&
    (await db.$executeRaw`
      UPDATE accounts SET failed_sign_ins = 0, locked_until = NULL, factor_step = coalesce(${step}::bigint, factor_step)
      WHERE id = ${actor.id}::uuid AND disabled_at IS NULL AND (${step}::bigint IS NULL OR factor_step IS NULL OR factor_step < ${step}::bigint)`);
  if (!proved) await refuse("factorCode", "FACTOR_CODE");
}
