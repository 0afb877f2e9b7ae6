"use server";

import { cookies } from "next/headers";
import { action, openAction } from "@/lib/action";
import { clientAddress } from "@/lib/auth/actor";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import * as mutations from "@/lib/sign-in/mutations";
import { localPath } from "@/lib/sign-in/rules";
import { signInInput, signOutInput } from "@/lib/sign-in/schema";

export const signIn = openAction({
  input: signInInput,
  async run(input) {
    const signInId = await mutations.signIn(input, await clientAddress());
    const { name, options } = sessionCookie();
    (await cookies()).set(name, await tokenOf(signInId), options);
    return { to: localPath(input.from) };
  },
});

export const signOut = action({
  permission: "own:preferences",
  verb: "account.signOut",
  input: signOutInput,
  async run(actor) {
    await mutations.signOut(actor);
    const { name, options } = sessionCookie();
    (await cookies()).set(name, "", { ...options, maxAge: 0 });
    return { to: "/sign-in" };
  },
});
