"use server";

import { cookies } from "next/headers";
import { findPendingSignIn } from "@/lib/account/factor/queries";
import * as commands from "@/lib/account/sign-in/commands";
import { localPath } from "@/lib/account/sign-in/rules";
import { signInInput } from "@/lib/account/sign-in/schema";
import { clientAddress } from "@/lib/auth/actor";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { form } from "@/lib/command/form";
import { openForm } from "@/lib/command/open-form";

export const signIn = openForm({
  fieldsOf: "account",
  input: signInInput,
  async run(input) {
    const address = await clientAddress();
    const signInId = await commands.signIn(input, address);
    const { name, options } = sessionCookie();
    (await cookies()).set(name, await tokenOf(signInId), options);
    const pending = await findPendingSignIn(signInId, address);
    return {
      to: pending
        ? `${pages[pending.awaits]}?from=${encodeURIComponent(localPath(input.from))}`
        : localPath(input.from),
    };
  },
});

export const signOut = form(commands.signOut, {
  async keeps() {
    const { name, options } = sessionCookie();
    (await cookies()).set(name, "", { ...options, maxAge: 0 });
  },
  after: () => ({ to: "/sign-in?after=account.signOut" }),
});

/** Where what a right password still owes is asked for. */
const pages = { PASSWORD: "/sign-in/password", CODE: "/sign-in/code", ENROLMENT: "/sign-in/factor" };
