import { expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import * as manage from "@/lib/account/commands/manage";
import { countWaitingAccounts, findAccount, findManyReveals, listAccounts } from "@/lib/account/queries";
import { accountFilter, inviteAccountInput, newPassword, username } from "@/lib/account/schema";
import { recordAccess } from "@/lib/audit/record";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import type { Role } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const security = make.actor("SEC_ADMIN");
let count = 0;
async function person(role: Role = "BASE_STAFF", name = `职员${++count}`) {
  const { id } = await createAccount(security, { username: `refused${++count}`, name, role });
  return id;
}
const held = async (accountId: string) => {
  const { version } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { version: true } });
  return { accountId, version, reason: "调岗" };
};
const withoutReason = ({ accountId, version }: Awaited<ReturnType<typeof held>>) => ({ accountId, version });
/** As a database holds it that somebody locked or disabled. */
const set = (id: string, what: string) =>
  sql("owner", `SET session_replication_role = replica; UPDATE accounts SET ${what} WHERE id = '${id}'`);

test("R101: an account that is not there is neither disabled, enabled, reset nor given another post", async () => {
  const which = { accountId: newId(), version: 1, reason: "调岗" };
  const unknown = { refusal: "INPUT_WRONG", figures: { case: "UNKNOWN_ACCOUNT" } };

  for (const act of [manage.disableAccount, manage.enableAccount, manage.resetFactor])
    await expect(act(security, which)).rejects.toMatchObject(unknown);
  await expect(manage.resetAccount(security, withoutReason(which))).rejects.toMatchObject(unknown);
  await expect(manage.changeRole(security, { ...which, role: "AUDITOR" })).rejects.toMatchObject(unknown);
  expect(await findAccount(which.accountId)).toBeNull();
});

test("R101: the post somebody has already is refused at its field, and his version stays", async () => {
  const id = await person("AID_OFFICER");
  const before = await held(id);

  await expect(manage.changeRole(security, { ...before, role: "AID_OFFICER" })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "role",
    figures: { case: "ROLE_SAME" },
  });
  expect(await held(id)).toEqual(before);
});

test("R101: what is disabled is not disabled or reset again, what works is not enabled, and no factor is none to reset", async () => {
  const id = await person();
  const over = { refusal: "WRONG_STATE" };

  await expect(manage.enableAccount(security, await held(id))).rejects.toMatchObject(over);
  await expect(manage.resetFactor(security, await held(id))).rejects.toMatchObject(over);
  await manage.disableAccount(security, await held(id));
  await expect(manage.disableAccount(security, await held(id))).rejects.toMatchObject(over);
  await expect(manage.resetAccount(security, withoutReason(await held(id)))).rejects.toMatchObject(over);
  await manage.enableAccount(security, await held(id));
  const verbs = await db.auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { id: "asc" },
    select: { verb: true },
  });
  expect(verbs.map(({ verb }) => verb)).toEqual(["account.create", "account.disable", "account.enable"]);
});

test("U32: each account stands in one state, and what waits for the administrator is counted", async () => {
  const before = await countWaitingAccounts();
  const name = "状态甲";
  const one = () => person("AUDITOR", name);
  const [waiting, active, locked, unlocked, disabled] = [
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
  ];
  await set(
    active,
    "password_hash = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'",
  );
  await set(
    locked,
    "password_hash = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', locked_until = now() + interval '5 minutes'",
  );
  await set(
    unlocked,
    "password_hash = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', locked_until = now() - interval '1 minute'",
  );
  await set(disabled, "disabled_at = now(), locked_until = now() + interval '5 minutes'");
  const of = async (state: string) =>
    (await listAccounts(accountFilter.parse({ q: name, state, sort: "created" }))).accounts.map(({ id }) => id);

  expect([await of("WAITING"), await of("LOCKED"), await of("DISABLED")]).toEqual([[waiting], [locked], [disabled]]);
  expect(await of("ACTIVE")).toEqual([active, unlocked]);
  expect(await countWaitingAccounts()).toEqual({ waiting: before.waiting + 1, locked: before.locked + 1 });
});

test("R92: who looks at more numbers in a day than the figure in force is a to-do with that figure", async () => {
  const id = await person("COUNTY_REVIEWER");
  const { limit } = await findManyReveals();
  for (let n = 0; n <= limit; n++)
    await recordAccess(db, { id, address: "127.0.0.1" }, { verb: "trainee.reveal", subjectId: newId() });

  const { accounts } = await findManyReveals();

  expect(accounts).toMatchObject([{ accountId: id, count: limit + 1 }]);
});

test("R100: a user name is small letters from a letter on, a password is long, not known to everybody and taken as typed", () => {
  expect(username.parse("  Dolma.1 ")).toBe("dolma.1");
  for (const wrong of ["1dolma", "卓玛", "a", "dol ma", ""])
    expect([wrong, username.safeParse(wrong).success]).toEqual([wrong, false]);
  expect(newPassword.safeParse("short").error?.issues[0]).toMatchObject({ message: "passwordShort" });
  expect(newPassword.parse(" blue horse over walnut ")).toBe(" blue horse over walnut ");
  expect(
    inviteAccountInput.safeParse({ username: "dolma", name: "卓玛", role: "CHIEF" }).error?.issues[0],
  ).toMatchObject({
    path: ["role"],
    message: "choose",
  });
});
