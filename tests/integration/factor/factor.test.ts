import { beforeAll, beforeEach, expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import { resetFactor } from "@/lib/account/commands/manage";
import { enrolOwnFactor } from "@/lib/account/factor/commands/enrol";
import { enrolFactor, passFactor, renewPassword, skipFactor } from "@/lib/account/factor/commands/pass";
import { proveByFactor, provePerson } from "@/lib/account/factor/commands/prove";
import { findOffer, findPendingSignIn, type Pending, readOffered } from "@/lib/account/factor/queries";
import { signIn } from "@/lib/account/sign-in/commands";
import { findAccountOf } from "@/lib/auth/queries";
import { foundBase } from "@/lib/base/commands";
import { db } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import type { Role } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";
import { codeOf } from "@/tests/support/factor";
import * as make from "@/tests/support/make";

const password = "blue horse over walnut";
const doer = { id: null, name: "test", role: "TEST" };
let count = 0;
let address = "";

beforeAll(() => foundBase({ name: "基地", shortName: "基地", organiser: "主办", operator: "承办" }));
beforeEach(() => {
  address = `10.9.0.${++count}`;
});

async function administrator({ role = "SEC_ADMIN" as Role, isDemo = false } = {}) {
  const username = `admin${++count}`;
  const { id } = await createAccount(doer, { username, name: `管理员${count}`, role, password, isDemo });
  return { id, username };
}

async function pendingOf(username: string, typed = password): Promise<Pending> {
  const pending = await findPendingSignIn(await signIn({ username, password: typed, from: "/" }, address), address);
  if (!pending) throw new Error("nothing is owed");
  return pending;
}

async function enrolled(role: Role = "SEC_ADMIN") {
  const account = await administrator({ role });
  const pending = await pendingOf(account.username);
  const secret = readOffered(pending)?.secret ?? "";
  const signInId = await enrolFactor(pending, codeOf(secret, -1));
  return { ...account, secret, signInId };
}

const caseOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "let in",
    (error: unknown) => (error instanceof Refusal ? String(error.figures.case ?? error.refusal) : String(error)),
  );

test.each([
  ["SYS_ADMIN", "ENROLMENT"],
  ["SEC_ADMIN", "ENROLMENT"],
  ["AUDITOR", "ENROLMENT"],
  ["BASE_DIRECTOR", null],
] as const)("R100: after the password %s owes %s, and until then nothing opens", async (role, awaits) => {
  const { username } = await administrator({ role });

  const signInId = await signIn({ username, password, from: "/" }, address);

  expect((await findPendingSignIn(signInId, address))?.awaits ?? null).toBe(awaits);
  expect((await findAccountOf(signInId)) === null).toBe(awaits !== null);
});

test("R100: a code of the offered secret enrols it and opens, under another id than the password gave out", async () => {
  const { username } = await administrator();
  const pending = await pendingOf(username);
  const secret = readOffered(pending)?.secret ?? "";

  expect(await caseOf(enrolFactor(pending, "000000"))).toBe("FACTOR_CODE");
  const signInId = await enrolFactor(pending, codeOf(secret));

  expect(signInId).not.toBe(pending.id);
  expect(await findAccountOf(signInId)).toMatchObject({ role: "SEC_ADMIN" });
  expect(await caseOf(enrolFactor(pending, codeOf(secret)))).toBe("SIGNED_OUT");
});

test("I31: the secret is readable in no row", async () => {
  const { secret } = await enrolled();

  const rows = await sql(
    "owner",
    "SELECT to_jsonb(a)::text AS text FROM accounts a UNION ALL SELECT to_jsonb(s)::text FROM sign_ins s",
  );

  expect(rows.map(({ text }) => text).join()).not.toContain(secret);
});

test("R100: the next sign-in asks for a code; no step of the clock opens twice, not even to two at once", async () => {
  const { username, secret } = await enrolled();
  const code = codeOf(secret);

  const answers: string[] = [];
  const [one, other] = [await pendingOf(username), await pendingOf(username)];
  for (const answer of await Promise.all([caseOf(passFactor(other, code)), caseOf(passFactor(other, code))]))
    answers.push(answer);

  expect(answers.sort()).toEqual(["FACTOR_CODE", "let in"]);
  expect(await caseOf(passFactor(one, codeOf(secret, 1)))).toBe("SIGNED_OUT");
  expect(await caseOf(passFactor(await pendingOf(username), code))).toBe("FACTOR_CODE");
});

test("R100: five wrong codes lock the account, also with the right password between them", async () => {
  const { username, secret } = await enrolled();

  for (let n = 0; n < 5; n++) expect(await caseOf(passFactor(await pendingOf(username), "000000"))).toBe("FACTOR_CODE");

  expect(await caseOf(signIn({ username, password, from: "/" }, address))).toBe("TOO_MANY");
  await sql("owner", "UPDATE accounts SET locked_until = now() WHERE username = $1", [username]);
  expect(await caseOf(passFactor(await pendingOf(username), codeOf(secret)))).toBe("let in");
});

test("R100: a password alone does not put the administrator out who is at work", async () => {
  const { username, signInId, secret } = await enrolled();

  const pending = await pendingOf(username);
  expect(await findAccountOf(signInId)).not.toBeNull();

  await passFactor(pending, codeOf(secret));
  expect(await findAccountOf(signInId)).toBeNull();
});

test("R100: what a password gave out is over after ten minutes", async () => {
  const { username } = await enrolled();
  const { id } = await pendingOf(username);

  await sql("owner", "UPDATE sign_ins SET started_at = now() - interval '10 minutes' WHERE id = $1", [id]);

  expect(await findPendingSignIn(id, address)).toBeNull();
});

test("I33: another security administrator resets a factor, never its owner; the sign-ins end and the next one enrols again", async () => {
  const { id, username, signInId } = await enrolled("AUDITOR");
  const { version } = await db.account.findUniqueOrThrow({ where: { id }, select: { version: true } });
  const which = { accountId: id, version, reason: "手机遗失" };

  expect(await caseOf(resetFactor({ ...make.actor("SEC_ADMIN"), id }, which))).toBe("OWN_ACCOUNT");
  await resetFactor(make.actor("SEC_ADMIN"), which);

  expect(await findAccountOf(signInId)).toBeNull();
  expect((await pendingOf(username)).awaits).toBe("ENROLMENT");
});

test("the demo lets a demo account skip; a demo account in a real base and a real account in the demo may not", async () => {
  const [demo, real] = [await administrator({ isDemo: true }), await administrator()];
  expect(await caseOf(skipFactor(await pendingOf(demo.username)))).toBe("NOT_ALLOWED");

  await sql("owner", "SET session_replication_role = replica; UPDATE base SET is_demo = true");
  expect(await caseOf(skipFactor(await pendingOf(real.username)))).toBe("NOT_ALLOWED");
  const signInId = await skipFactor(await pendingOf(demo.username));
  await sql("owner", "SET session_replication_role = replica; UPDATE base SET is_demo = false");

  expect(await findAccountOf(signInId)).toMatchObject({ id: demo.id });
  expect(
    await sql("owner", "SELECT verb FROM access_entries WHERE account_id = $1 ORDER BY id DESC LIMIT 1", [demo.id]),
  ).toEqual([{ verb: "signIn.withoutFactor" }]);
});

test("R100: off by default, a periodic change asks for another password than the last five before anything opens", async () => {
  const { id, username } = await administrator({ role: "BASE_STAFF" });
  await sql("owner", "UPDATE former_passwords SET set_at = now() - interval '400 days' WHERE account_id = $1", [id]);
  expect(await findAccountOf(await signIn({ username, password, from: "/" }, address))).not.toBeNull();

  await sql("owner", "UPDATE parameters SET value = 90 WHERE key = 'password_days'");
  const pending = await pendingOf(username);
  expect(pending.awaits).toBe("PASSWORD");
  expect(
    await caseOf(renewPassword(pending, { newPassword: password, factorCode: "", repeatedPassword: password })),
  ).toBe("PASSWORD_USED");
  const other = "green horse over walnut";
  await renewPassword(pending, { newPassword: other, factorCode: "", repeatedPassword: other });
  expect(await findAccountOf(await signIn({ username, password: other, from: "/" }, address))).not.toBeNull();
  await sql("owner", "UPDATE parameters SET value = 0 WHERE key = 'password_days'");
});

test("R93, R100: a sign-in that is open sets up a second factor by the password and a code of its own offer, once", async () => {
  const { id, username } = await administrator({ role: "BASE_DIRECTOR" });
  const me = {
    ...make.actor("BASE_DIRECTOR"),
    id,
    signInId: await signIn({ username, password, from: "/" }, address),
    address,
  };
  const { secret } = await findOffer(me);
  const enrol = (currentPassword: string, factorCode: string) =>
    caseOf(enrolOwnFactor(me, { currentPassword, factorCode }));
  expect(await caseOf(proveByFactor(me, { currentPassword: password, factorCode: "" }))).toBe("FACTOR_MISSING");

  expect(await enrol("wrong one here", codeOf(secret, -1))).toBe("PASSWORD_CURRENT");
  expect(await enrol(password, "000000")).toBe("FACTOR_CODE");
  expect(await enrol(password, codeOf(secret, -1))).toBe("let in");

  expect(await findAccountOf(me.signInId)).not.toBeNull();
  expect(await caseOf(proveByFactor(me, { currentPassword: password, factorCode: codeOf(secret) }))).toBe("let in");
  expect((await pendingOf(username)).awaits).toBe("CODE");
  expect((await findOffer({ ...me, signInId: make.actor().signInId })).secret).not.toBe(secret);
});

const proving = (account: { id: string }) => ({ ...make.actor("BASE_DIRECTOR"), id: account.id, address });

test("R93: the password again proves a person; wrong ones count and lock as at the door", async () => {
  const account = await administrator({ role: "BASE_DIRECTOR" });
  const prove = (currentPassword: string) => caseOf(provePerson(proving(account), { currentPassword, factorCode: "" }));

  expect(await prove(password)).toBe("let in");
  for (let tries = 0; tries < 5; tries++) expect(await prove("green cow under oak")).toBe("PASSWORD_CURRENT");
  expect(await prove(password)).toBe("TOO_MANY");
  expect(await caseOf(signIn({ username: account.username, password, from: "/" }, address))).toBe("TOO_MANY");
  expect(
    await sql(
      "app",
      "SELECT count(*)::int AS tries FROM access_entries WHERE account_id = $1 AND verb = 'signIn.failed'",
      [account.id],
    ),
  ).toEqual([{ tries: 5 }]);
});

test("R93: where an account has a second factor a right password is not enough, and no code proves twice", async () => {
  const account = await enrolled();
  const prove = (factorCode: string) =>
    caseOf(provePerson(proving(account), { currentPassword: password, factorCode }));

  expect(await prove("")).toBe("FACTOR_CODE");
  const code = codeOf(account.secret);
  expect((await Promise.all([prove(code), prove(code)])).sort()).toEqual(["FACTOR_CODE", "let in"]);
});
