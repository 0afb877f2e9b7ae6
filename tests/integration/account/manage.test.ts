import { expect, test } from "vitest";
import { createAccount, inviteAccount } from "@/lib/account/commands/create";
import { changeRole, disableAccount, enableAccount, endSignIns, resetAccount } from "@/lib/account/commands/manage";
import { changePassword } from "@/lib/account/commands/own";
import { findAccount, findSetUp, listAccounts } from "@/lib/account/queries";
import { accountFilter } from "@/lib/account/schema";
import { signIn } from "@/lib/account/sign-in/commands";
import { db } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import type { Role } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const password = "blue horse over walnut";
const security = make.actor("SEC_ADMIN");
let count = 0;

async function person(role: Role = "BASE_STAFF", name = `职工${++count}`, withPassword = false) {
  const username = `person${++count}`;
  const { id } = await createAccount(security, { username, name, role, ...(withPassword && { password }) });
  return { id, username, name };
}

const versionOf = async (accountId: string) => ({
  accountId,
  version: (await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { version: true } })).version,
});
const heldAt = async (accountId: string) => ({ ...(await versionOf(accountId)), reason: "调岗" });

const caseOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? String(error.figures.case ?? error.refusal) : String(error)),
  );

test("U32: a new account waits for its one-time link, of which the database keeps a hash only", async () => {
  const { id, token } = await inviteAccount(security, { username: "newcomer", name: "泽仁", role: "BASE_STAFF" });

  expect(await findSetUp(token)).toMatchObject({ id, username: "newcomer" });
  expect(await findAccount(id)).toMatchObject({ state: "WAITING", lastSignIn: null });
  expect(JSON.stringify(await sql("owner", "SELECT to_jsonb(a) FROM accounts a WHERE id = $1", [id]))).not.toContain(
    token,
  );
  expect(await caseOf(inviteAccount(security, { username: "newcomer", name: "另一人", role: "BASE_STAFF" }))).toBe(
    "USERNAME_TAKEN",
  );
});

test("R101: nobody changes his own post, disables or resets himself", async () => {
  const { id } = await person("SEC_ADMIN", undefined, true);
  const me = { ...security, id };

  expect(await caseOf(disableAccount(me, await heldAt(id)))).toBe("OWN_ACCOUNT");
  expect(await caseOf(changeRole(me, { ...(await heldAt(id)), role: "AUDITOR" }))).toBe("OWN_ACCOUNT");
  expect(await caseOf(resetAccount(me, await versionOf(id)))).toBe("OWN_ACCOUNT");
});

test("I34: a second account of the same name holds no other administrator's post, however it comes to it", async () => {
  const name = "王伟";
  await person("SYS_ADMIN", name);
  const plain = await person("BASE_STAFF", name);
  const disabled = await person("SYS_ADMIN", `${name}二`);
  const mixed = { username: "mixed", name, role: "AUDITOR" } as const;

  expect(await caseOf(inviteAccount(security, mixed))).toBe("ADMIN_ROLES_MIXED");
  expect(await caseOf(changeRole(security, { ...(await heldAt(plain.id)), role: "SEC_ADMIN" }))).toBe(
    "ADMIN_ROLES_MIXED",
  );
  await disableAccount(security, await heldAt(disabled.id));
  await person("AUDITOR", `${name}二`);
  expect(await caseOf(enableAccount(security, await heldAt(disabled.id)))).toBe("ADMIN_ROLES_MIXED");
  expect(await caseOf(inviteAccount(security, { ...mixed, role: "SYS_ADMIN" }))).toBe("done");
});

test("I34: the database itself refuses, also two who come at once", async () => {
  const entry = (id: string, role: string) => `
    WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'account.create', 'account', '${id}'))
    INSERT INTO accounts (id, username, name, role) VALUES ('${id}', '${id}', '同时', '${role}')`;

  const answers = await Promise.allSettled(
    ["SYS_ADMIN", "AUDITOR"].map((role) => sql("app", entry(crypto.randomUUID(), role))),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { constraint: "administrators_stay_apart" },
  });
});

test("R101: the last security administrator who can sign in stays, also when two put each other out at once", async () => {
  await sql(
    "owner",
    "SET session_replication_role = replica; UPDATE accounts SET role = 'BASE_STAFF' WHERE role = 'SEC_ADMIN'",
  );
  const [one, other] = [await person("SEC_ADMIN", "甲", true), await person("SEC_ADMIN", "乙", true)];
  await person("SEC_ADMIN", "未设密码");
  const [holdOne, holdOther] = [await heldAt(one.id), await heldAt(other.id)];

  const answers = await Promise.all([
    caseOf(disableAccount({ ...security, id: other.id }, holdOne)),
    caseOf(disableAccount({ ...security, id: one.id }, holdOther)),
  ]);

  expect(answers.sort()).toEqual(["LAST_SECURITY", "done"]);
  const { id } = await db.account.findFirstOrThrow({
    where: { role: "SEC_ADMIN", disabledAt: null, passwordHash: { not: null } },
    select: { id: true },
  });
  expect(await caseOf(changeRole(security, { ...(await heldAt(id)), role: "BASE_STAFF" }))).toBe("LAST_SECURITY");
});

test("I33: disabling, another post, a reset and signing out everywhere end what is signed in", async () => {
  const acts = [
    async (id: string) => disableAccount(security, await heldAt(id)),
    async (id: string) => resetAccount(security, await versionOf(id)),
    async (id: string) => endSignIns(security, { accountId: id }),
    async (id: string) => changeRole(security, { ...(await heldAt(id)), role: "COUNTY_REVIEWER" }),
  ];
  for (const act of acts) {
    const { id, username } = await person("BASE_STAFF", undefined, true);
    await signIn({ username, password, from: "/" }, "10.7.0.1");

    await act(id);

    expect(await db.signIn.count({ where: { accountId: id, endedAt: null } })).toBe(0);
  }
});

test("I27, I29: a stale page changes nothing, and what was changed is noted once with its reason", async () => {
  const { id } = await person();
  const stale = await heldAt(id);

  await changeRole(security, { ...stale, role: "BASE_DIRECTOR" });

  expect(await caseOf(disableAccount(security, stale))).toBe("RELOAD");
  expect(
    await sql(
      "owner",
      "SELECT before, after, reason FROM audit_entries WHERE subject_id = $1 AND verb = 'account.changeRole'",
      [id],
    ),
  ).toEqual([{ before: { role: "BASE_STAFF" }, after: { role: "BASE_DIRECTOR" }, reason: "调岗" }]);
});

test("R100: none of the last five passwords comes back, the sixth may", async () => {
  const { id } = await person("BASE_STAFF", undefined, true);
  const me = { ...make.actor(), id };
  const passwords = [
    password,
    ...["one", "two", "three", "four", "five"].map((word) => `${word} green horses at noon`),
  ];
  const change = (from: string, to: string) =>
    caseOf(changePassword(me, { currentPassword: from, factorCode: "", newPassword: to, repeatedPassword: to }));

  for (const [n, next] of passwords.slice(1).entries()) expect(await change(passwords[n] as string, next)).toBe("done");

  expect(await change(passwords[5] as string, passwords[1] as string)).toBe("PASSWORD_USED");
  expect(await change(passwords[5] as string, password)).toBe("done");
});

test("the list is found by name, user name, post and state, and carries no hash", async () => {
  const { id, username, name } = await person("AID_OFFICER", undefined, true);
  await signIn({ username, password, from: "/" }, "10.7.0.2");
  const ask = async (query: object) => (await listAccounts(accountFilter.parse(query))).accounts.map((row) => row.id);

  expect(await ask({ q: name })).toEqual([id]);
  expect(await ask({ q: username.toUpperCase(), role: "AID_OFFICER", state: "ACTIVE" })).toEqual([id]);
  expect(await ask({ q: username, state: "LOCKED" })).toEqual([]);
  expect(JSON.stringify(await findAccount(id))).not.toMatch(/argon2|Hash/);
});
