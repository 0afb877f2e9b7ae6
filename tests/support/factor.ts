import { Secret, TOTP } from "otpauth";
import { newFactorSecret } from "@/lib/account/factor/totp";
import { recordAudit } from "@/lib/audit/record";
import { transaction } from "@/lib/database/db";
import { seal } from "@/lib/database/seal";

/** A second factor for an account that has none, as if its owner had set it up; its secret comes back. */
export async function giveFactor(accountId: string, secret = newFactorSecret()): Promise<string> {
  await transaction(async (tx) => {
    const data = { factorSealed: seal("accounts", "factor", accountId, secret), factorSince: new Date() };
    await tx.account.update({ where: { id: accountId }, data, select: { id: true } });
    await recordAudit(tx, { id: null, name: "test", role: "TEST" }, "account.enrolFactor", {
      type: "account",
      id: accountId,
    });
  });
  return secret;
}

/** The code an app shows so many half minutes from now: none opens twice. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
