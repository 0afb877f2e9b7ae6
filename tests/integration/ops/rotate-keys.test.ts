import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { foundBase } from "@/lib/base/commands";
import { createFeed } from "@/lib/calendar-feed/commands/own";
import { db } from "@/lib/database/db";
import { keyring } from "@/lib/database/seal";
import { places } from "@/scripts/rotation/places";
import { rotate } from "@/scripts/rotation/rotate";
import { ownerUrl, sql } from "@/tests/support/database";
import { giveFactor } from "@/tests/support/factor";
import { examPassed } from "@/tests/support/law/certified";
import * as make from "@/tests/support/make";

const newKey = () => randomBytes(32).toString("base64url");
const first = process.env.PORTAL_DATA_KEY ?? "";
const second = newKey();
const turn = (oldKey: string, key: string) => rotate({ ownerUrl: ownerUrl(), oldKey, newKey: key, say: () => {} });
const ringOf = (key: string) => keyring(Buffer.from(key, "base64url"));
const people = () => sql("owner", "SELECT * FROM trainees ORDER BY id");

const certificates = () =>
  sql("owner", "SELECT to_jsonb(c) - 'id_number_sealed' AS facts FROM certificates c ORDER BY id");

let account: { id: string };
let secret: string;
let known: { id: string; idNumber: string };

beforeAll(async () => {
  await foundBase({ name: "基地", shortName: "基地", organiser: "县", operator: "县" });
  known = await make.trainee();
  const ring = ringOf(first);
  const phones = [
    `phone_sealed = '${ring.seal("trainees", "phone", known.id, "13800000031")}'`,
    `phone_hash = '${ring.keyedHash("trainees.phone", "13800000031")}'`,
    `guardian_phone_sealed = '${ring.seal("trainees", "guardian_phone", known.id, "13800000032")}', guardian_name = '扎西'`,
  ];
  await sql("owner", `SET session_replication_role = replica; UPDATE trainees SET ${phones} WHERE id = '${known.id}'`);
  await make.trainee();
  await (await examPassed()).issue();
  account = await make.signer("BASE_STAFF");
  secret = await giveFactor(account.id);
  await createFeed(await make.signer("BASE_STAFF"), { of: null });
});
beforeEach(() => db.$disconnect());
afterAll(() => vi.unstubAllEnvs());

test("I31: a new key that is too short or in force already, and an old one that is wrong, are refused", async () => {
  await expect(turn(first, "AAAA")).rejects.toThrow(/too weak/);
  await expect(turn(first, first)).rejects.toThrow(/in force/);
  await expect(turn(newKey(), second)).rejects.toThrow(/not the key this database/);
});

test("I31: while the portal is connected nothing is rotated", async () => {
  const portal = new pg.Client({ connectionString: process.env.TEST_APP_URL });
  await portal.connect();

  await expect(turn(first, second)).rejects.toThrow(/portal is running/);
  await portal.end();
});

test("I31: a sealed column that no rotation knows is seen before anything is changed", async () => {
  const before = await people();
  await sql("owner", "CREATE TABLE planted (secret text)");
  await sql("owner", "INSERT INTO planted VALUES ($1)", [ringOf(first).seal("planted", "secret", "1", "5133")]);

  await expect(turn(first, second)).rejects.toThrow(/planted.secret/);

  await sql("owner", "DROP TABLE planted");
  expect(await people()).toEqual(before);
});

test("I31: killed before its end it has changed nothing, and the next start finishes", async () => {
  const before = await people();
  const issued = await certificates();
  const blocker = new pg.Client({ connectionString: ownerUrl() });
  await blocker.connect();
  await blocker.query("BEGIN; LOCK TABLE audit_entries IN SHARE MODE");
  const env = { ...process.env, DATABASE_OWNER_URL: ownerUrl(), PORTAL_DATA_KEY_NEW: second };
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/ops/rotate-keys.ts"];
  const child = spawn(process.execPath, args, { env, stdio: "ignore" });
  const waits = "SELECT FROM pg_locks WHERE relation = 'audit_entries'::regclass AND NOT granted";
  await vi.waitUntil(async () => (await blocker.query(waits)).rowCount, { timeout: 30_000 });

  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await gone;
  await blocker.query("ROLLBACK");
  await blocker.end();

  expect(await people()).toEqual(before);
  expect(await turn(first, second)).toMatchObject({
    done: "now",
    counts: { trainees: 5, certificates: 1, accounts: 1, feeds: 1 },
  });
  expect(await turn(first, second)).toMatchObject({ done: "before" });
  expect(await certificates()).toEqual(issued);
}, 60_000);

test("I18, I31: numbers open and are found under the new key only, the person is as before, and it is noted once", async () => {
  const [row] = await sql("owner", "SELECT * FROM trainees WHERE id = $1", [known.id]);
  const ring = ringOf(second);
  const sealed = row?.id_number_sealed as string;

  expect(ring.unseal("trainees", "id_number", known.id, sealed)).toBe(known.idNumber);
  expect(ring.unseal("trainees", "guardian_phone", known.id, row?.guardian_phone_sealed)).toBe("13800000032");
  expect(() => ringOf(first).unseal("trainees", "id_number", known.id, sealed)).toThrow();
  expect(row).toMatchObject({ version: 1, phone_hash: ring.keyedHash("trainees.phone", "13800000031") });
  const noted = await sql("owner", "SELECT actor_role, after FROM audit_entries WHERE verb = 'base.rotateKey'");
  expect(noted).toMatchObject([{ actor_role: "OPERATIONS", after: { trainees: 5, certificates: 1 } }]);
  const [factor] = await sql("owner", "SELECT factor_sealed AS sealed FROM accounts WHERE id = $1", [account.id]);
  expect(ring.unseal("accounts", "factor", account.id, factor?.sealed)).toBe(secret);
});

test("I30, R52: no certificate is outdated, no row stands past the audit, and no law stays silent", async () => {
  expect(await sql("owner", "SELECT * FROM rows_past_audit()")).toEqual([]);
  expect(await sql("owner", "SELECT kept FROM checks.outdated_drift")).toEqual([]);
  expect(await sql("owner", "SELECT FROM outdated_certificates")).toEqual([]);
  expect(await sql("owner", "SELECT FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'")).toEqual([]);
});

test("U06, I18: under the new key the portal finds the person, and the same card is not registered twice", async () => {
  vi.stubEnv("PORTAL_DATA_KEY", second);
  vi.resetModules();
  const { hashOf, hashLastFour } = await import("@/lib/trainee/queries/numbers");
  const { lastFourKey } = await import("@/lib/trainee/rules/search-prefix");
  const fresh = await import("@/tests/support/make");
  const { agreeOnKey } = await import("@/lib/base/commands");

  const key = lastFourKey(known.idNumber, hashLastFour);
  expect(
    await sql("owner", "SELECT FROM trainees WHERE id_number_hash = $1", [hashOf("id_number", known.idNumber)]),
  ).toHaveLength(1);
  expect(
    await sql("owner", "SELECT FROM trainee_search_keys WHERE key = $1 AND trainee_id = $2", [key, known.id]),
  ).toHaveLength(1);
  await expect(fresh.trainee({ idNumber: known.idNumber })).rejects.toThrow();
  expect(await agreeOnKey()).toBe(true);
});

test("I31: every column that is called a hash or sealed is rotated, ended, or needs no key", async () => {
  const found = await sql<{ name: string }>(
    "owner",
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
      JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name ~ '(hash|sealed|key_check|offered_factor)$'`,
  );
  const rotated = places.flatMap(({ table, sealed }) =>
    sealed.flatMap(({ column, hash }) => [column, ...(hash ? [hash.column] : [])].map((name) => `${table}.${name}`)),
  );
  const ended = ["accounts.set_up_token_hash", "calendar_feeds.secret_hash", "roster_import_lines.before_sealed"];
  const keyless = ["accounts.password_hash", "former_passwords.hash", "submissions.input_hash", "audit_blocks.hash"];

  expect(found.map(({ name }) => name).sort()).toEqual([...rotated, ...ended, ...keyless, "base.key_check"].sort());
});
