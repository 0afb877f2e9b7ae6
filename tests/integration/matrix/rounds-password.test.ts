import { expect, test, vi } from "vitest";
import { changePassword, setUpAccount } from "@/lib/account/actions";
import { createAccount } from "@/lib/account/commands/create";
import { offerSetUp } from "@/lib/account/commands/set-up";
import type { Actor } from "@/lib/auth/actor";
import * as make from "@/tests/support/make";
import { type Action, wrongFields } from "@/tests/support/wrong-fields";

// What only a running Next can say: who is signed in, and in which language.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const wrongAt = (actor: Actor, action: Action, typed: Record<string, string | string[]>) => {
  request.actor = actor;
  return wrongFields(action, typed);
};

test("U24: a new password that is the user name and is repeated otherwise is told both", async () => {
  const { id, username } = await account();
  const typed = { currentPassword: "xuexiao-2018-qiutian", newPassword: `${username}-1`, repeatedPassword: "anders" };
  const owner = { ...make.actor("BASE_STAFF"), id };

  expect(await wrongAt(owner, changePassword, typed)).toEqual(["newPassword", "repeatedPassword"]);
  const same = { ...typed, newPassword: typed.currentPassword };
  expect(await wrongAt(owner, changePassword, same)).toEqual(["newPassword", "repeatedPassword"]);
  expect(await wrongAt(owner, changePassword, { ...typed, currentPassword: "" })).toEqual([
    ...["currentPassword", "newPassword", "repeatedPassword"],
  ]);
});

test("U24: so is the first password that a link sets", async () => {
  const { id, username } = await account();
  const token = await offerSetUp(make.actor("SEC_ADMIN"), id);
  const typed = { token, newPassword: `${username}-1`, repeatedPassword: "anders", submissionKey: [] };

  expect(await wrongAt(make.actor(), setUpAccount, typed)).toEqual(["newPassword", "repeatedPassword"]);
  expect(await wrongAt(make.actor(), setUpAccount, { ...typed, newPassword: "kurz" })).toEqual([
    ...["newPassword", "repeatedPassword"],
  ]);
});

async function account() {
  const id = crypto.randomUUID();
  const username = `t${id.replaceAll("-", "").slice(-20)}`;
  await createAccount(make.actor("SEC_ADMIN"), { id, username, name: "央金", role: "BASE_STAFF" });
  return { id, username };
}
