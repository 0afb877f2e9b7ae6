import { beforeAll, beforeEach, expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import { changePassword } from "@/lib/account/commands/own";
import { passFactor, renewPassword } from "@/lib/account/factor/commands/pass";
import { findPendingSignIn } from "@/lib/account/factor/queries";
import { findManyReveals } from "@/lib/account/queries";
import { signIn } from "@/lib/account/sign-in/commands";
import { foundBase } from "@/lib/base/commands";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import { sql } from "@/tests/support/database";
import { codeOf, giveFactor } from "@/tests/support/factor";
import * as make from "@/tests/support/make";

const password = "blue horse over walnut";
const typed = { newPassword: "three goats eat grass", repeatedPassword: "three goats eat grass" };
const doer = { id: null, name: "test", role: "TEST" };
let count = 0;
let address = "";

beforeAll(() => foundBase({ name: "基地", shortName: "基地", organiser: "主办", operator: "承办" }));
beforeEach(() => {
  address = `10.11.0.${++count}`;
});

async function person({ factor = false } = {}) {
  const username = `guess${++count}`;
  const { id } = await createAccount(doer, { username, name: "央金", role: "BASE_STAFF", password });
  const secret = factor ? await giveFactor(id) : "";
  const code = () => codeOf(secret);
  return { id, username, code, me: { ...make.actor(), id, address } };
}

const caseOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? String(error.figures.case ?? error.refusal) : String(error)),
  );

test("R100: a stolen sign-in guesses the password no longer than the door lets it, there and on the page itself", async () => {
  const { me, username } = await person();
  const guess = (currentPassword: string) => caseOf(changePassword(me, { currentPassword, factorCode: "", ...typed }));

  for (let n = 1; n <= 5; n++) expect(await guess(`wrong guess ${n}`)).toBe("PASSWORD_CURRENT");

  expect(await guess(password)).toBe("TOO_MANY");
  expect(await caseOf(signIn({ username, password, from: "/" }, "10.11.9.1"))).toBe("TOO_MANY");
  expect(await db.accessEntry.count({ where: { accountId: me.id, verb: "signIn.failed" } })).toBe(5);
});

test("R100: where the account has a second factor another password wants its code, and wrong codes count", async () => {
  const { me, code } = await person({ factor: true });
  const change = (factorCode: string) =>
    caseOf(changePassword(me, { currentPassword: password, factorCode, ...typed }));

  expect(await change("")).toBe("FACTOR_CODE");
  expect(await change(code())).toBe("done");
  expect(await db.accessEntry.count({ where: { accountId: me.id, verb: "signIn.failed" } })).toBe(1);
});

test("R100: an old password alone sets no new one where a second factor is enrolled", async () => {
  const { id, username, code } = await person({ factor: true });
  await sql("owner", "INSERT INTO sign_ins (id, account_id, address, awaits) VALUES ($1, $2, $3, 'PASSWORD')", [
    newId(),
    id,
    address,
  ]);
  const waiting = await db.signIn.findFirstOrThrow({ where: { accountId: id }, select: { id: true } });
  const pending = await findPendingSignIn(waiting.id, address);
  if (!pending) throw new Error(`${username} owes nothing`);

  expect(await caseOf(renewPassword(pending, { ...typed, factorCode: "000000" }))).toBe("FACTOR_CODE");
  expect(await caseOf(renewPassword(pending, { ...typed, factorCode: code() }))).toBe("done");
});

test("R100: codes sent all at once do not slip past the lock", async () => {
  const { username } = await person({ factor: true });
  const pending = await findPendingSignIn(await signIn({ username, password, from: "/" }, address), address);
  if (!pending) throw new Error("nothing is owed");

  const answers = await Promise.all(Array.from({ length: 40 }, () => caseOf(passFactor(pending, "000000"))));

  // Two may look at the lock at the same moment.
  expect(answers.filter((answer) => answer === "FACTOR_CODE").length).toBeLessThanOrEqual(6);
  expect(answers).toContain("TOO_MANY");
});

test("R92: an account that looked at more numbers in a day than is usual stands before the security administrator", async () => {
  const [many, few] = [await person(), await person()];
  const look = (id: string, times: number, at: string) =>
    sql(
      "owner",
      // An entry of an earlier day is for nobody to write; the triggers are away for it.
      `SET session_replication_role = replica;
       INSERT INTO access_entries (account_id, verb, rows, address, at)
       SELECT '${id}', 'trainee.reveal', 1, '10.0.0.1', ${at} FROM generate_series(1, ${times})`,
    );
  await look(many.id, 31, "now()");
  await look(few.id, 30, "now()");
  await look(few.id, 40, "now() - interval '9 days'");

  const { limit, accounts } = await findManyReveals();

  expect(limit).toBe(30);
  expect(accounts).toEqual([expect.objectContaining({ accountId: many.id, username: many.username, count: 31 })]);
});
