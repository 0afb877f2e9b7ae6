"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import * as mutations from "@/lib/account/mutations";
import { changePasswordInput, languageInput, preferencesInput, setUpInput } from "@/lib/account/schema";
import { action, openAction } from "@/lib/action";
import { findActor } from "@/lib/auth/actor";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { Refusal } from "@/lib/refusal";
import { languageCookie } from "@/lib/wording/locale";

export const setPreferences = action({
  permission: "own:preferences",
  verb: "account.setPreferences",
  input: preferencesInput,
  async run(actor, preferences) {
    await mutations.setPreferences(actor, preferences);
    revalidatePath("/", "layout");
  },
});

/** Also for people who have not signed in: their browser remembers. */
export const setLanguage = openAction({
  input: languageInput,
  async run({ language }) {
    const actor = await findActor();
    if (actor) await mutations.setLanguage(actor, language);
    (await cookies()).set(languageCookie, language, {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      maxAge: 31_536_000,
      secure: sessionCookie().options.secure,
    });
    revalidatePath("/", "layout");
  },
});

/** Open, because hashing has no place in the transaction that `action` puts around everything; it asks for the actor itself. */
export const changePassword = openAction({
  input: changePasswordInput,
  async run(input) {
    const actor = await findActor();
    if (!actor) throw new Refusal("SIGNED_OUT");
    const signInId = await mutations.changePassword(actor, input);
    const { name, options } = sessionCookie();
    (await cookies()).set(name, await tokenOf(signInId), options);
    return { to: "/admin/account?done=account.setPassword" };
  },
});

export const setUpAccount = openAction({
  input: setUpInput,
  async run(input) {
    await mutations.setUpAccount(input);
    return { to: "/sign-in?done=account.setPassword" };
  },
});
