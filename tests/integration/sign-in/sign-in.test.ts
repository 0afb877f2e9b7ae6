import { beforeEach, expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import { signIn } from "@/lib/account/sign-in/commands";
import { db } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import type { Role } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";

const password = "blue horse over walnut";
const doer = { id: null, name: "test", role: "TEST" };
let count = 0;
let address = "";

beforeEach(() => {
  address = `10.0.0.${++count}`;
});

async function person(role: Role = "BASE_STAFF") {
  const username = `person${++count}`;
  const { id } = await createAccount(doer, { username, name: "央金", role, password });
  return { id, username };
}

const attempt = (username: string, typed: string, from = address) =>
  signIn({ username, password: typed, from: "/" }, from);
const refusalOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => "let in",
    (error: unknown) =>
      error instanceof Refusal ? `${error.refusal} ${JSON.stringify(error.figures)}` : String(error),
  );

test("the right password lets in, with a new sign-in each time, and is logged", async () => {
  const { id, username } = await person();

  const [one, other] = [await attempt(username, password), await attempt(username, password)];

  expect(one).not.toBe(other);
  expect(
    await sql("owner", "SELECT verb, address FROM access_entries WHERE account_id = $1 ORDER BY id", [id]),
  ).toEqual([
    { verb: "signIn", address },
    { verb: "signIn", address },
  ]);
});

test("R100: an unknown user, a wrong password, a disabled account and one without password get the same answer", async () => {
  const [wrong, disabled, empty] = [
    await person(),
    await person(),
    await createAccount(doer, { username: "waiting", name: "单增", role: "BASE_STAFF" }),
  ];
  await sql("owner", "ALTER TABLE accounts DISABLE TRIGGER change_is_noted");
  await sql("owner", "UPDATE accounts SET disabled_at = now() WHERE id = $1", [disabled.id]);
  await sql("owner", "ALTER TABLE accounts ENABLE TRIGGER change_is_noted");

  const answers = [
    await refusalOf(attempt("nobody", password)),
    await refusalOf(attempt(wrong.username, "another one at all")),
    await refusalOf(attempt(disabled.username, password)),
    await refusalOf(attempt("waiting", "")),
  ];

  expect(empty.id).toBeTruthy();
  expect(new Set(answers)).toEqual(new Set(['INPUT_WRONG {"case":"SIGN_IN"}']));
});

// The processor's work, not the time that passed: a busy machine must not decide.
test("R100: an unknown user costs the work of a hash, too", async () => {
  const { username } = await person();
  const work = async (name: string, from: string) => {
    const begun = process.cpuUsage();
    for (let tries = 0; tries < 4; tries++) await refusalOf(attempt(name, "another one at all", from));
    return process.cpuUsage(begun).user;
  };

  const [known, unknown] = [await work(username, "10.1.0.1"), await work("nobody-at-all", "10.1.0.2")];

  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test.each(["known", "unknown"])(
  "R100: five wrong passwords lock a %s user name for 30 minutes, also from elsewhere and with the right password",
  async (which) => {
    const username = which === "known" ? (await person()).username : "nobody-again";

    for (let tries = 0; tries < 5; tries++)
      expect(await refusalOf(attempt(username, "another one at all"))).toContain("SIGN_IN");

    expect(await refusalOf(attempt(username, password, "10.9.9.9"))).toBe('TOO_MANY {"minutes":30}');
  },
);

test("R100: after the half hour the lock is open, and the first failure does not lock again", async () => {
  const { id, username } = await person();
  for (let tries = 0; tries < 5; tries++) await refusalOf(attempt(username, "another one at all"));
  await sql("owner", "UPDATE accounts SET locked_until = now() - interval '1 second' WHERE id = $1", [id]);

  expect(await refusalOf(attempt(username, "another one at all"))).toContain("SIGN_IN");
  expect(await refusalOf(attempt(username, password))).toBe("let in");
  expect(await db.account.findUnique({ where: { id }, select: { failedSignIns: true, lockedUntil: true } })).toEqual({
    failedSignIns: 0,
    lockedUntil: null,
  });
});

test("R100: guesses sent all at once do not slip past the lock", async () => {
  const { username } = await person();

  const answers = await Promise.all(
    Array.from({ length: 30 }, () => refusalOf(attempt(username, "another one at all"))),
  );

  expect(answers.filter((answer) => answer.startsWith("INPUT_WRONG")).length).toBeLessThanOrEqual(6);
  expect(answers.filter((answer) => answer.startsWith("TOO_MANY")).length).toBeGreaterThanOrEqual(24);
});

test("many right sign-ins at once all get in", async () => {
  const { username } = await person();

  const answers = await Promise.all(Array.from({ length: 20 }, () => refusalOf(attempt(username, password))));

  expect(new Set(answers)).toEqual(new Set(["let in"]));
});

test("twenty failures from one address close that address, and no other", async () => {
  const { username } = await person();
  for (let tries = 0; tries < 20; tries++) await refusalOf(attempt(`guess${tries}`, "another one at all"));

  expect(await refusalOf(attempt(username, password))).toBe('TOO_MANY {"minutes":15}');
  expect(await refusalOf(attempt(username, password, "10.8.8.8"))).toBe("let in");
});

test("R95: what was typed as a user name is not readable in the log", async () => {
  await refusalOf(attempt("my secret password", password));

  const [entry] = await sql("owner", "SELECT * FROM access_entries WHERE address = $1", [address]);

  expect(JSON.stringify(entry, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
    "secret",
  );
});

test.each([
  ["SEC_ADMIN", 1],
  ["BASE_STAFF", 2],
] as const)("R100: %s keeps %i of two sign-ins", async (role, kept) => {
  const { id, username } = await person(role);

  await attempt(username, password);
  await attempt(username, password);

  expect(await db.signIn.count({ where: { accountId: id, endedAt: null } })).toBe(kept);
});
