import { expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import { changePassword } from "@/lib/account/commands/own";
import { offerSetUp, setUpAccount } from "@/lib/account/commands/set-up";
import { hashPassword, inTurn } from "@/lib/account/password";
import { findSetUp } from "@/lib/account/queries";
import { signIn } from "@/lib/account/sign-in/commands";
import { recordAudit } from "@/lib/audit/record";
import { db, transaction } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { sql } from "@/tests/support/database";
import { actor } from "@/tests/support/make";

const doer = { id: null, name: "npm run ops", role: "OPERATIONS" };
const newPassword = "blue horse over walnut";
const typed = { newPassword, repeatedPassword: newPassword };
let count = 0;

async function invited() {
  const username = `invited${++count}`;
  const { id } = await createAccount(doer, { username, name: "单增", role: "BASE_DIRECTOR" });
  return { id, username, token: await offerSetUp(doer, id) };
}

const caseOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? String(error.figures.case ?? error.refusal) : String(error)),
  );

/** Takes one of the two turns of hashing until it is ended. */
function holdTurn() {
  let end = () => {};
  void inTurn(() => new Promise<void>((ended) => (end = ended)));
  return { end };
}

test("R100: the link sets the password once, and then one can sign in", async () => {
  const { username, token } = await invited();

  await setUpAccount({ token, ...typed });

  expect(await signIn({ username, password: newPassword, from: "/" }, "10.2.0.1")).toBeTruthy();
  expect(await findSetUp(token)).toBeNull();
  expect(await caseOf(setUpAccount({ token, ...typed }))).toBe("LINK_OVER");
});

test("R100: of two who use the link at once one comes too late", async () => {
  const { token } = await invited();

  const answers = await Promise.all([1, 2, 3].map(() => caseOf(setUpAccount({ token, ...typed }))));

  expect(answers.sort()).toEqual(["LINK_OVER", "LINK_OVER", "done"]);
});

test("R100: whoever waits with the link while another uses it hears of the link, not of the password", async () => {
  const { id, token } = await invited();
  const turns = [holdTurn(), holdTurn()];
  const slow = caseOf(setUpAccount({ token, ...typed }));
  for (let look = 0; look < 10; look++) await findSetUp(token);

  const passwordHash = await hashPassword(newPassword);
  await transaction(async (tx) => {
    await tx.account.update({ where: { id }, data: { passwordHash, setUpTokenHash: null } });
    await recordAudit(tx, doer, "account.setUp", { type: "account", id });
  });
  for (const turn of turns) turn.end();

  expect(await slow).toBe("LINK_OVER");
});

test("R100: after 72 hours it is over; a new link voids the old one", async () => {
  const [late, again] = [await invited(), await invited()];
  const past = "set_up_expires_at = set_up_expires_at - interval '72 hours'";
  await sql("owner", `SET session_replication_role = replica; UPDATE accounts SET ${past} WHERE id = '${late.id}'`);
  await offerSetUp(doer, again.id);

  expect(await caseOf(setUpAccount({ token: late.token, ...typed }))).toBe("LINK_OVER");
  expect(await caseOf(setUpAccount({ token: again.token, ...typed }))).toBe("LINK_OVER");
});

test("the token itself is nowhere in the database", async () => {
  const { id, token } = await invited();

  const [row] = await sql("owner", "SELECT to_jsonb(a)::text AS text FROM accounts a WHERE id = $1", [id]);

  expect(row?.text).not.toContain(token);
});

test("a password that was mistyped, or is the user name, is refused", async () => {
  const { username, token } = await invited();

  expect(await caseOf(setUpAccount({ token, newPassword, repeatedPassword: "something else" }))).toBe(
    "PASSWORD_UNLIKE",
  );
  expect(await caseOf(setUpAccount({ token, newPassword: `${username}123`, repeatedPassword: `${username}123` }))).toBe(
    "PASSWORD_IS_NAME",
  );
});

test("I29: making, inviting and setting up leave an entry each, without any password", async () => {
  const { id, token } = await invited();
  await setUpAccount({ token, ...typed });

  const entries = await sql("owner", "SELECT verb, actor_name FROM audit_entries WHERE subject_id = $1 ORDER BY id", [
    id,
  ]);

  expect(entries).toEqual([
    { verb: "account.create", actor_name: "npm run ops" },
    { verb: "account.offerSetUp", actor_name: "npm run ops" },
    { verb: "account.setUp", actor_name: "单增" },
  ]);
});

test("changing the password asks for the current one and for another one", async () => {
  const { id } = await createAccount(doer, {
    username: "changer",
    name: "央金",
    role: "BASE_STAFF",
    password: newPassword,
  });
  const me = { ...actor(), id };
  const other = "green horse over walnut";

  expect(
    await caseOf(
      changePassword(me, {
        currentPassword: "wrong one here",
        factorCode: "",
        newPassword: other,
        repeatedPassword: other,
      }),
    ),
  ).toBe("PASSWORD_CURRENT");
  expect(await caseOf(changePassword(me, { currentPassword: newPassword, factorCode: "", ...typed }))).toBe(
    "PASSWORD_SAME",
  );
  expect(
    await caseOf(
      changePassword(me, { currentPassword: newPassword, factorCode: "", newPassword: other, repeatedPassword: other }),
    ),
  ).toBe("done");
});

test("of two changes of a password at once one is told that it is stale", async () => {
  const { id } = await createAccount(doer, {
    username: "twice",
    name: "央金",
    role: "BASE_STAFF",
    password: newPassword,
  });
  const me = { ...actor(), id };

  const answers = await Promise.all(
    ["green horse over walnut", "black horse over walnut"].map((other) =>
      caseOf(
        changePassword(me, {
          currentPassword: newPassword,
          factorCode: "",
          newPassword: other,
          repeatedPassword: other,
        }),
      ),
    ),
  );

  expect(answers.sort()).toEqual(["STALE", "done"]);
  expect(await db.signIn.count({ where: { accountId: id, endedAt: null } })).toBe(1);
});
