"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { inviteAccount as invite } from "@/lib/account/mutations/create";
import * as manage from "@/lib/account/mutations/manage";
import * as own from "@/lib/account/mutations/own";
import * as setUp from "@/lib/account/mutations/set-up";
import {
  changePasswordInput,
  changeRoleInput,
  endSignInsInput,
  inviteAccountInput,
  languageInput,
  manageAccountInput,
  preferencesInput,
  resetAccountInput,
  setUpInput,
} from "@/lib/account/schema";
import { findActor } from "@/lib/auth/actor";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { action } from "@/lib/command/action";
import { openForm } from "@/lib/command/open-form";
import { keepOutcome } from "@/lib/command/outcome";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/refusal/refusal";
import { languageCookie } from "@/lib/wording/locale";

export const inviteAccount = action({
  permission: "account:manage",
  verb: "account.create",
  input: inviteAccountInput,
  unkept: true,
  async run(actor, input) {
    const { id, token } = await invite(actor, input);
    revalidatePath("/admin/accounts");
    return { accountId: id, link: linkOf(token) };
  },
});

export const resetAccount = action({
  permission: "account:manage",
  verb: "account.resetPassword",
  input: resetAccountInput,
  unkept: true,
  async run(actor, input) {
    const { token } = await manage.resetAccount(actor, input);
    revalidatePath(`/admin/accounts/${input.accountId}`);
    return { accountId: input.accountId, link: linkOf(token) };
  },
});

export const disableAccount = action({
  permission: "account:manage",
  verb: "account.disable",
  input: manageAccountInput,
  async run(actor, input) {
    await manage.disableAccount(actor, input);
    return toRecord(input);
  },
});

export const enableAccount = action({
  permission: "account:manage",
  verb: "account.enable",
  input: manageAccountInput,
  async run(actor, input) {
    await manage.enableAccount(actor, input);
    return toRecord(input);
  },
});

export const resetFactor = action({
  permission: "account:manage",
  verb: "account.resetFactor",
  input: manageAccountInput,
  async run(actor, input) {
    await manage.resetFactor(actor, input);
    return toRecord(input);
  },
});

export const changeRole = action({
  permission: "role:grant",
  verb: "account.changeRole",
  input: changeRoleInput,
  async run(actor, input) {
    await manage.changeRole(actor, input);
    return toRecord(input);
  },
});

export const endSignIns = action({
  permission: "session:end",
  verb: "account.endSignIns",
  input: endSignInsInput,
  async run(actor, input) {
    await manage.endSignIns(actor, input);
    return toRecord(input);
  },
});

export const setPreferences = action({
  permission: "own:preferences",
  verb: "account.setPreferences",
  input: preferencesInput,
  async run(actor, preferences) {
    await own.setPreferences(actor, preferences);
    revalidatePath("/", "layout");
  },
});

/** Also for people who have not signed in: their browser remembers. */
export const setLanguage = openForm({
  input: languageInput,
  async run({ language }) {
    const actor = await findActor();
    if (actor) await own.setLanguage(actor, language);
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
export const changePassword = openForm({
  input: changePasswordInput,
  async run(input) {
    const actor = await findActor();
    if (!actor) throw new Refusal("SIGNED_OUT");
    const signInId = await own.changePassword(actor, input);
    const { name, options } = sessionCookie();
    (await cookies()).set(name, await tokenOf(signInId), options);
    return keepOutcome(actor.id, "account.setPassword", "/admin/account");
  },
});

export const setUpAccount = openForm({
  input: setUpInput,
  async run(input) {
    await setUp.setUpAccount(input);
    return { to: "/sign-in?after=account.setPassword" };
  },
});

const linkOf = (token: string): string => `${env().address}/set-up/${token}`;

function toRecord({ accountId }: { accountId: string }) {
  revalidatePath("/admin/accounts");
  return { to: `/admin/accounts/${accountId}` };
}
