"use server";

import { cookies } from "next/headers";
import * as enrol from "@/lib/account/factor/commands/enrol";
import * as pass from "@/lib/account/factor/commands/pass";
import { findPending, type Pending } from "@/lib/account/factor/queries";
import { fromPage, passFactorInput, renewPasswordInput, skipFactorInput } from "@/lib/account/factor/schema";
import { localPath } from "@/lib/account/sign-in/rules";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { form } from "@/lib/command/form";
import { openForm } from "@/lib/command/open-form";
import { Refusal } from "@/lib/refusal/refusal";

/** Open: who owes the second factor is known, but nobody yet; each asks for the sign-in that waits. */
export const passFactor = openForm({
  fieldsOf: "account",
  input: passFactorInput,
  async run({ factorCode, from }) {
    return letIn(from, (pending) => pass.passFactor(pending, factorCode));
  },
});

export const enrolFactor = openForm({
  fieldsOf: "account",
  input: passFactorInput,
  async run({ factorCode, from }) {
    return letIn(from, (pending) => pass.enrolFactor(pending, factorCode));
  },
});

/** For an account that is signed in, which is its own. */
export const enrolOwnFactor = form(enrol.enrolOwnFactor, {
  page: fromPage,
  after: (_outcome, _input, { from }) => ({ to: localPath(from) }),
});

export const skipFactor = openForm({
  fieldsOf: "account",
  input: skipFactorInput,
  async run({ from }) {
    return letIn(from, pass.skipFactor);
  },
});

export const renewPassword = openForm({
  fieldsOf: "account",
  input: renewPasswordInput,
  async run(input) {
    const pending = await findPending();
    if (!pending) throw new Refusal("SIGNED_OUT");
    await pass.renewPassword(pending, input);
    return { to: "/sign-in?after=account.setPassword" };
  },
});

async function letIn(from: string, open: (pending: Pending) => Promise<string>) {
  const pending = await findPending();
  if (!pending) throw new Refusal("SIGNED_OUT");
  const signInId = await open(pending);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await tokenOf(signInId), options);
  return { to: localPath(from) };
}
