import "server-only";
import { provePerson } from "@/lib/account/factor/commands/prove";
import { offeredTo } from "@/lib/account/factor/queries";
import { enrolOwnFactorInput } from "@/lib/account/factor/schema";
import { stepOfCode } from "@/lib/account/factor/totp";
import type { Proof } from "@/lib/account/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { seal } from "@/lib/database/seal";
import { Refusal } from "@/lib/refusal/refusal";

/**
 * R93, R100: a second factor for an account that is signed in already. It asks for the password again: otherwise a passer-by at an open
 * screen enrols an app of his own.
 */
export const enrolOwnFactor = command({
  verb: "account.enrolFactor",
  permission: "own:preferences",
  input: enrolOwnFactorInput,
  before: proveAndStep,
  async run(tx, actor, _, enrolment) {
    if (!(await writeFactor(tx, actor.id, enrolment))) throw new Refusal("WRONG_STATE");
    await recordAudit(tx, actor, "account.enrolFactor", { type: "account", id: actor.id });
    return {};
  },
});

async function proveAndStep(actor: Actor, proof: Proof): Promise<Enrolment> {
  await provePerson(actor, proof);
  const secret = offeredTo(actor);
  return { secret, step: stepOrRefuse(secret, proof.factorCode) };
}

/** An app that holds the secret shows a code of it. */
export function stepOrRefuse(secret: string, code: string): bigint {
  const step = stepOfCode(secret, code, Date.now());
  if (step === undefined) throw new Refusal("INPUT_WRONG", { field: "factorCode", case: "FACTOR_CODE" });
  return step;
}

type Enrolment = { secret: string; step: bigint };

/** I31: the secret becomes the account's own, sealed for its row; nothing where it has one already or is out of use. */
export async function writeFactor(tx: Tx, id: string, { secret, step }: Enrolment): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id, factorSealed: null, disabledAt: null },
    data: {
      ...{ factorSealed: seal("accounts", "factor", id, secret), factorSince: new Date(), factorStep: step },
      version: { increment: 1 },
    },
  });
  return count > 0;
}
