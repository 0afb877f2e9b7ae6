import { beforeAll, expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import { changePassword } from "@/lib/account/commands/own";
import { resetPassword } from "@/lib/account/commands/reset";
import { signIn, signOut } from "@/lib/account/sign-in/commands";
import { recordAudit } from "@/lib/audit/record";
import { findAccountInUse } from "@/lib/auth/actor";
import { findAccountOf } from "@/lib/auth/queries";
import { foundBase } from "@/lib/base/commands";
import { db, transaction } from "@/lib/database/db";
import type { Prisma } from "@/prisma/generated/client";
import { sql } from "@/tests/support/database";
import { actor } from "@/tests/support/make";

const password = "blue horse over walnut";
const doer = { id: null, name: "test", role: "TEST" };
let count = 0;

beforeAll(() => foundBase({ name: "基地", shortName: "基地", organiser: "主办", operator: "承办" }));

async function signedIn() {
  const username = `person${++count}`;
  const { id } = await createAccount(doer, { username, name: "央金", role: "BASE_STAFF", password });
  const signInId = await signIn({ username, password, from: "/" }, `10.0.1.${count}`);
  return { id, signInId, me: { ...actor(), id, signInId } };
}

const change = (id: string, data: Prisma.AccountUncheckedUpdateInput) =>
  transaction(async (tx) => {
    await tx.account.update({ where: { id }, data, select: { id: true } });
    await recordAudit(tx, doer, "account.enable", { type: "account", id });
  });

test("a sign-in is good on the next request", async () => {
  const { id, signInId } = await signedIn();

  expect(await findAccountOf(signInId)).toMatchObject({ id, role: "BASE_STAFF", isDemo: false });
});

test("I33: disabling the account ends its sign-ins before the next request, and enabling it does not bring them back", async () => {
  const { id, signInId } = await signedIn();

  await change(id, { disabledAt: new Date() });
  expect(await findAccountOf(signInId)).toBeNull();

  await change(id, { disabledAt: null });
  expect(await findAccountOf(signInId)).toBeNull();
});

test("I33: another role ends the sign-ins", async () => {
  const { id, signInId } = await signedIn();

  await change(id, { role: "BASE_DIRECTOR" });

  expect(await findAccountOf(signInId)).toBeNull();
});

test("I33: another language does not", async () => {
  const { id, signInId } = await signedIn();

  await change(id, { language: "en" });

  expect(await findAccountOf(signInId)).toMatchObject({ locale: "en" });
});

test("I33: a new password ends all sign-ins but the one at hand, which goes on under a new id", async () => {
  const { me, signInId } = await signedIn();

  const { signInId: next } = await changePassword(me, {
    currentPassword: password,
    factorCode: "",
    newPassword: "green horse over walnut",
    repeatedPassword: "green horse over walnut",
  });

  expect(await findAccountOf(signInId)).toBeNull();
  expect(await findAccountOf(next)).toMatchObject({ id: me.id });
});

test("I33: a reset takes the password away and ends the sign-ins", async () => {
  const { id, signInId } = await signedIn();

  await transaction((tx) => resetPassword(tx, doer, id));

  expect(await findAccountOf(signInId)).toBeNull();
  expect(await db.account.findUnique({ where: { id }, select: { passwordHash: true } })).toEqual({
    passwordHash: null,
  });
});

test("R100: 30 idle minutes end it, 29 do not", async () => {
  const { signInId } = await signedIn();

  await sql("owner", "UPDATE sign_ins SET last_seen_at = now() - interval '29 minutes' WHERE id = $1", [signInId]);
  expect(await findAccountOf(signInId)).not.toBeNull();

  await sql("owner", "UPDATE sign_ins SET last_seen_at = now() - interval '30 minutes' WHERE id = $1", [signInId]);
  expect(await findAccountOf(signInId)).toBeNull();
});

test("R100: being used keeps it alive, but not beyond 12 hours", async () => {
  const { signInId } = await signedIn();
  await sql(
    "owner",
    "UPDATE sign_ins SET last_seen_at = now() - interval '20 minutes', started_at = now() - interval '11 hours 59 minutes' WHERE id = $1",
    [signInId],
  );

  await findAccountInUse(signInId);
  const [row] = await sql(
    "owner",
    "SELECT last_seen_at > now() - interval '1 minute' AS seen FROM sign_ins WHERE id = $1",
    [signInId],
  );
  expect(row).toEqual({ seen: true });

  await sql("owner", "UPDATE sign_ins SET started_at = now() - interval '12 hours' WHERE id = $1", [signInId]);
  expect(await findAccountOf(signInId)).toBeNull();
});

test("signing out ends this sign-in only", async () => {
  const { id, me, signInId } = await signedIn();
  const { username } = await db.account.findUniqueOrThrow({ where: { id }, select: { username: true } });
  const elsewhere = await signIn({ username, password, from: "/" }, "10.0.2.1");

  await signOut(me, {});

  expect(await findAccountOf(signInId)).toBeNull();
  expect(await findAccountOf(elsewhere)).not.toBeNull();
});
