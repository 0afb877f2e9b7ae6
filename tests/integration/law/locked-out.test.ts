import { beforeAll, expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import { resetPassword } from "@/lib/account/commands/reset";
import { setUpAccount } from "@/lib/account/commands/set-up";
import { signIn } from "@/lib/account/sign-in/commands";
import { findAccountOf } from "@/lib/auth/queries";
import { foundBase } from "@/lib/base/commands";
import { transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import { noted } from "@/tests/support/money/rows";

const password = "a-long-enough-word-2018";
const doer = { id: null, name: "npm run ops", role: "OPERATIONS" };
const reset = (id: string) => transaction((tx) => resetPassword(tx, doer, id));
let security: string;
const enter = (username: string, word: string) => signIn({ username, password: word, from: "/" }, newId());
const set = (what: string) => sql("app", noted(`UPDATE accounts SET ${what} WHERE id = '${security}'`, security));

beforeAll(async () => {
  await foundBase({ name: "基地", shortName: "基地", organiser: "主办", operator: "承办" });
  security = (await createAccount(doer, { username: "security", name: "安全", role: "SEC_ADMIN", password })).id;
});

test.each([
  ["out of use", "disabled_at = now()", "WRONG_STATE"],
  ["with another role", "role = 'AUDITOR'", "WRONG_STATE"],
  ["without a password", "password_hash = NULL", "WRONG_STATE"],
  ["with a password that is no hash", "password_hash = 'x'", "password_is_a_hash"],
  ["with a hash that is cut short", "password_hash = left(password_hash, 60)", "password_is_a_hash"],
  ["locked for good", "locked_until = 'infinity'", "WRONG_STATE"],
  ["locked for a year", "locked_until = now() + interval '1 year'", "WRONG_STATE"],
  ["with failures that overflow", "failed_sign_ins = 2147483647", "failures_are_counted"],
  ["with failures below nothing", "failed_sign_ins = -1000000", "failures_are_counted"],
  [
    "with a code of next year used up",
    "factor_sealed = 'x', factor_since = now(), factor_step = 9999999999",
    "WRONG_STATE",
  ],
  ["under another user name", "username = 'nobody'", "42501"],
  ["under another name", "name = '某'", "42501"],
  ["with a language that is none", "language = 'no tag'", "account_is_readable"],
  ["with a look no page has", "theme = 'x'", "account_is_readable"],
])("R101: no statement of the portal's login leaves the last security administrator %s", async (_, what, no) => {
  const refused = await set(what).catch((error) => [error.code, error.message, error.constraint].join(" "));

  expect(refused).toContain(no);
  expect(await enter("security", password)).toBeTruthy();
});

test("R101: a factor is not put in the place of another", async () => {
  const { id } = await createAccount(doer, { username: "second", name: "二", role: "SYS_ADMIN", password });
  const change = (what: string) => sql("app", noted(`UPDATE accounts SET ${what} WHERE id = '${id}'`, id));
  await change("factor_sealed = 'one', factor_since = now()");

  await expect(change("factor_sealed = 'another'")).rejects.toMatchObject({ message: "WRONG_STATE" });
  await change("factor_sealed = NULL, factor_since = NULL, factor_step = NULL");
  await change("factor_sealed = 'another', factor_since = now()");
});

test("R101: a reset at the server leaves the last one the old password until the link is used, and ends the sign-ins", async () => {
  const clerk = await createAccount(doer, { username: "clerk", name: "经办", role: "BASE_STAFF", password });
  const before = await enter("security", password);

  const token = await reset(security);
  await reset(clerk.id);

  const [ended] = await sql("app", "SELECT ended_at IS NOT NULL AS ended FROM sign_ins WHERE id = $1", [before]);
  expect(ended).toEqual({ ended: true });
  await expect(enter("clerk", password)).rejects.toMatchObject({ refusal: "INPUT_WRONG" });
  expect(await enter("security", password)).toBeTruthy();
  const fresh = { newPassword: "another-long-word-2019", repeatedPassword: "another-long-word-2019" };
  await setUpAccount({ token, ...fresh });
  expect(await enter("security", fresh.newPassword)).toBeTruthy();
});

test("R100, I33: an ended sign-in is not brought back, and none is made to last longer", async () => {
  const { id } = await createAccount(doer, { username: "staff", name: "工作", role: "BASE_STAFF", password });
  const ended = await enter("staff", password);
  await sql("app", "UPDATE sign_ins SET ended_at = now(), end_reason = 'SIGNED_OUT' WHERE id = $1", [ended]);
  const living = await enter("staff", password);

  for (const back of ["ended_at = NULL", "ended_at = now() + interval '1 day'", "end_reason = NULL"])
    await expect(sql("app", `UPDATE sign_ins SET ${back} WHERE id = $1`, [ended]), back).rejects.toMatchObject({
      message: "WRONG_STATE",
    });
  await sql("app", "UPDATE sign_ins SET last_seen_at = 'infinity' WHERE id = $1", [living]);
  const forged = newId();
  await sql(
    "app",
    "INSERT INTO sign_ins (id, account_id, address, started_at, last_seen_at) VALUES ($1, $2, '-', 'infinity', 'infinity')",
    [forged, id],
  );

  expect(await findAccountOf(ended)).toBeNull();
  expect(await sql("app", "SELECT FROM sign_ins WHERE last_seen_at > now() OR started_at > now()")).toEqual([]);
});

test("control: without the triggers the same statements lock everybody out and bring a sign-in back", async () => {
  const staff = await sql<{ id: string }>("app", "SELECT id FROM sign_ins WHERE end_reason = 'SIGNED_OUT' LIMIT 1");
  const past = (statement: string) => sql("owner", `SET session_replication_role = replica; ${statement}`);

  await past(`UPDATE accounts SET locked_until = now() + interval '1 year' WHERE id = '${security}'`);
  await past(`UPDATE sign_ins SET ended_at = NULL WHERE id = '${staff[0]?.id}'`);

  await expect(enter("security", "another-long-word-2019")).rejects.toMatchObject({
    refusal: "TOO_MANY",
  });
  expect(await findAccountOf(staff[0]?.id ?? "")).not.toBeNull();
});
