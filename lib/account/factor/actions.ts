"use server";

import { cookies } from "next/headers";
import * as enrol from "@/lib/account/factor/mutations/enrol";
import * as mutations from "@/lib/account/factor/mutations/pass";
import { findPending, type Pending } from "@/lib/account/factor/queries";
import { enrolOwnFactorInput, passFactorInput, renewPasswordInput, skipFactorInput } from "@/lib/account/factor/schema";
import { localPath } from "@/lib/account/sign-in/rules";
import { findActor } from "@/lib/auth/actor";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { openForm } from "@/lib/command/open-form";
import { keepOutcome } from "@/lib/command/outcome";
import { Refusal } from "@/lib/refusal/refusal";

/** All open: who owes the second factor is known, but nobody yet; each asks for the sign-in that waits. */
export const passFactor = openForm({
  input: passFactorInput,
  async run({ factorCode, from }) {
    return letIn(from, (pending) => mutations.passFactor(pending, factorCode));
  },
});

export const enrolFactor = openForm({
  input: passFactorInput,
  async run({ factorCode, from }) {
    return letIn(from, (pending) => mutations.enrolFactor(pending, factorCode));
  },
});

/** Open, because hashing has no place in the transaction that `action` puts around everything; it asks for the actor itself. */
export const enrolOwnFactor = openForm({
  input: enrolOwnFactorInput,
  async run({ from, ...proof }) {
    const actor = await findActor();
    if (!actor) throw new Refusal("SIGNED_OUT");
    await enrol.enrolOwnFactor(actor, proof);
    return keepOutcome(actor.id, "account.enrolFactor", localPath(from));
  },
});

export const skipFactor = openForm({
  input: skipFactorInput,
  async run({ from }) {
    return letIn(from, mutations.skipFactor);
  },
});

export const renewPassword = openForm({
  input: renewPasswordInput,
  async run(input) {
    const pending = await findPending();
    if (!pending) throw new Refusal("SIGNED_OUT");
    await mutations.renewPassword(pending, input);
    return { to: "/sign-in?after=account.setPassword" };
  },
});

async function letIn(from: string, pass: (pending: Pending) => Promise<string>) {
  const pending = await findPending();
  if (!pending) throw new Refusal("SIGNED_OUT");
  const signInId = await pass(pending);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await tokenOf(signInId), options);
  return { to: localPath(from) };
}
