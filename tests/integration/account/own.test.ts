import { createHash } from "node:crypto";
import { expect, test, vi } from "vitest";
import { changePassword, inviteAccount, setPreferences } from "@/lib/account/actions";
import { createAccount } from "@/lib/account/commands/create";
import { setLanguage } from "@/lib/account/commands/own";
import { findOwnAccount } from "@/lib/account/queries";
import { signOut } from "@/lib/account/sign-in/actions";
import type { Actor } from "@/lib/auth/actor";
import { sessionCookie } from "@/lib/auth/options";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { press } from "@/tests/support/press";

// What only a running Next can say: who is signed in, and what the browser keeps.
const request = vi.hoisted(() => ({ actor: null as unknown, cookies: [] as unknown[][] }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ set: (...cookie: unknown[]) => request.cookies.push(cookie) }),
  headers: async () => new Headers(),
}));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const dark = { theme: "dark", density: "compact", size: "large", shortcuts: "off" };

/** Somebody with an account and so many sign-ins; he acts from the first. */
async function signedIn(times = 1, password?: string): Promise<Actor> {
  const one = { ...make.actor("SYS_ADMIN"), id: newId() };
  await createAccount(make.actor("SEC_ADMIN"), {
    id: one.id,
    username: `own${one.id.slice(-12)}`,
    name: one.name,
    role: one.role,
    ...(password && { password }),
  });
  const ids = Array.from({ length: times }, () => newId());
  for (const id of ids)
    await db.signIn.create({ data: { id, accountId: one.id, address: "127.0.0.1" }, select: { id: true } });
  request.cookies.length = 0;
  request.actor = { ...one, signInId: ids[0] as string };
  return request.actor as Actor;
}
const looksOf = (id: string) =>
  db.account.findUniqueOrThrow({
    where: { id },
    select: { theme: true, density: true, size: true, shortcuts: true, language: true },
  });

test("U36: how the pages look is kept with the account of the person and with no other", async () => {
  const other = await signedIn();
  const me = await signedIn();

  expect(await press(setPreferences, dark)).toEqual({ state: "led on", to: "/admin/account" });
  await setLanguage(me, { language: "en" });

  expect(await looksOf(me.id)).toEqual({ ...dark, shortcuts: false, language: "en" });
  expect(await looksOf(other.id)).toMatchObject({ theme: "system", density: "normal", size: "normal" });
});

test("invariants 4: to nobody neither preferences nor signing out answer, and a look that does not exist is refused", async () => {
  const me = await signedIn();
  const before = await looksOf(me.id);

  expect(await press(setPreferences, { ...dark, theme: "pink" })).toMatchObject({ state: "invalid" });
  expect(await press(setPreferences, { ...dark, role: "SEC_ADMIN" })).toMatchObject({ refusal: "INPUT_WRONG" });
  request.actor = null;
  expect(await press(setPreferences, dark)).toMatchObject({ refusal: "SIGNED_OUT" });
  expect(await press(signOut)).toMatchObject({ refusal: "SIGNED_OUT" });

  expect(await looksOf(me.id)).toEqual(before);
  expect(request.cookies).toEqual([]);
});

test("I33, R102: signing out ends the sign-in at hand and no other, takes the cookie, and is in the access log", async () => {
  const me = await signedIn(2);

  expect(await press(signOut)).toMatchObject({ state: "led on", to: "/sign-in?after=account.signOut" });

  const rows = await sql(
    "owner",
    "SELECT id = $2 AS here, end_reason FROM sign_ins WHERE account_id = $1 ORDER BY 1 DESC",
    [me.id, me.signInId],
  );
  expect(rows).toEqual([
    { here: true, end_reason: "SIGNED_OUT" },
    { here: false, end_reason: null },
  ]);
  expect((await findOwnAccount(me.id)).signIns.map(({ id }) => id)).not.toContain(me.signInId);
  expect(request.cookies).toEqual([[sessionCookie().name, "", expect.objectContaining({ maxAge: 0 })]]);
  expect(await db.accessEntry.count({ where: { accountId: me.id, verb: "signOut" } })).toBe(1);
});

test("R100, I31: another password is told on the account's page, under a new sign-in, and no password is kept of the form", async () => {
  const [before, after] = ["blue horse over walnut", "green horse over walnut"];
  const me = await signedIn(1, before);
  const typed = { currentPassword: before, factorCode: "", newPassword: after, repeatedPassword: after };

  expect(await press(changePassword, { ...typed, currentPassword: "wrong one here" })).toMatchObject({
    refusal: "INPUT_WRONG",
    field: "currentPassword",
    typed: { factorCode: "" },
  });
  expect(await press(changePassword, typed)).toMatchObject({ state: "led on", to: "/admin/account" });

  const { id } = await db.signIn.findFirstOrThrow({ where: { accountId: me.id, endedAt: null }, select: { id: true } });
  expect(id).not.toBe(me.signInId);
  expect(request.cookies).toHaveLength(1);
  const [kept] = await db.submission.findMany({ where: { actorId: me.id }, select: { inputHash: true, answer: true } });
  const hash = createHash("sha256").update(JSON.stringify(["account.changePassword", { factorCode: "" }]));
  expect(kept).toMatchObject({ inputHash: hash.digest("base64url"), answer: { to: "/admin/account" } });
});

test("I26, I31: an invitation that is sent again makes no other account and shows no link", async () => {
  request.actor = make.actor("SEC_ADMIN");
  const form = new FormData();
  const typed = { username: "newcomer", name: "新人", role: "BASE_STAFF", submissionKey: newId() };
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  const send = () => inviteAccount({ state: "idle" }, form);

  const first = await send();
  const second = await send();

  expect(first).toMatchObject({ state: "done", value: { link: expect.stringContaining("/set-up/") } });
  expect(second).toMatchObject({ state: "done", value: {}, again: expect.any(String) });
  expect(JSON.stringify(second)).not.toContain("/set-up/");
  expect(await db.account.count({ where: { username: typed.username } })).toBe(1);
});
