"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import * as create from "@/lib/account/commands/create";
import { foreseeChange, foreseeSetUp } from "@/lib/account/commands/foresee";
import * as manage from "@/lib/account/commands/manage";
import * as own from "@/lib/account/commands/own";
import * as setUp from "@/lib/account/commands/set-up";
import { languageInput, setUpInput } from "@/lib/account/schema";
import { findActor } from "@/lib/auth/actor";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { form } from "@/lib/command/form";
import { openForm } from "@/lib/command/open-form";
import { env } from "@/lib/env";
import { languageCookie } from "@/lib/wording/locale";

export const inviteAccount = form(create.inviteAccount, { shows: linkOf });
export const resetAccount = form(manage.resetAccount, { shows: linkOf });

export const disableAccount = form(manage.disableAccount, { after: toRecord });
export const enableAccount = form(manage.enableAccount, { after: toRecord });
export const resetFactor = form(manage.resetFactor, { after: toRecord });
export const changeRole = form(manage.changeRole, { after: toRecord });
export const endSignIns = form(manage.endSignIns, { after: toRecord });

export const setPreferences = form(own.setPreferences, { after: () => ({ to: "/admin/account" }) });

export const changePassword = form(own.changePassword, {
  foresee: foreseeChange,
  async keeps({ signInId }) {
    const { name, options } = sessionCookie();
    (await cookies()).set(name, await tokenOf(signInId), options);
  },
  after: () => ({ to: "/admin/account" }),
});

/** Also for people who have not signed in: their browser remembers. */
export const setLanguage = openForm({
  fieldsOf: "account",
  input: languageInput,
  async run({ language }) {
    const actor = await findActor();
    if (actor) await own.setLanguage(actor, { language });
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

export const setUpAccount = openForm({
  fieldsOf: "account",
  input: setUpInput,
  foresee: foreseeSetUp,
  async run(input) {
    await setUp.setUpAccount(input);
    return { to: "/sign-in?after=account.setPassword" };
  },
});

function linkOf({ id, token }: { id: string; token: string }) {
  return { accountId: id, link: `${env().address}/set-up/${token}` };
}

function toRecord(_: unknown, { accountId }: { accountId: string }) {
  return { to: `/admin/accounts/${accountId}` };
}
