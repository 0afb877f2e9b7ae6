import "server-only";
import { provePerson } from "@/lib/account/factor/mutations/prove";
import { offeredTo } from "@/lib/account/factor/queries";
import { stepOfCode } from "@/lib/account/factor/totp";
import type { Proof } from "@/lib/account/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import { seal } from "@/lib/database/seal";
import { Refusal } from "@/lib/refusal/refusal";

/** R93, R100: a second factor for an account that is signed in already; the password again, or whoever finds the screen enrols an app of his own. */
export async function enrolOwnFactor(actor: Actor, { currentPassword, factorCode }: Proof): Promise<void> {
  await provePerson(actor, { currentPassword, factorCode });
  const secret = offeredTo(actor);
  const step = stepOfCode(secret, factorCode, Date.now());
  if (step === undefined) throw new Refusal("INPUT_WRONG", { field: "factorCode", case: "FACTOR_CODE" });

  await transaction(async (tx) => {
    const enrolled = await tx.account.updateMany({
      where: { id: actor.id, factorSealed: null, disabledAt: null },
      data: {
        factorSealed: seal("accounts", "factor", actor.id, secret),
        factorSince: new Date(),
        factorStep: step,
        version: { increment: 1 },
      },
    });
    if (enrolled.count === 0) throw new Refusal("WRONG_STATE");
    await recordAudit(tx, actor, "account.enrolFactor", { type: "account", id: actor.id });
  });
}
