import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip, gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealAudit } from "@/lib/audit/record";
import { foundBase } from "@/lib/base/commands";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { type Restored, restoreInto, tryRestore } from "@/scripts/backup/restore";
import { type Taken, takeBackup } from "@/scripts/backup/take";
import { applyLaws } from "@/scripts/postgres/laws.mjs";
import { ownerUrl, sql } from "@/tests/support/database";
import { catalogueOf } from "@/tests/support/law/catalogue";
import * as make from "@/tests/support/make";
import { endOwnCluster, ownCluster } from "@/tests/support/own-cluster";

const folder = mkdtempSync(path.join(tmpdir(), "backup-"));
const file = path.join(folder, "portal.sql.gz");
const [before, during]: [Set<string>, Set<string>] = [new Set(), new Set()];

let taken: Taken;
let restored: Restored;
let copy: pg.Client;

beforeAll(async () => {
  await foundBase({ name: "基地", shortName: "基地", organiser: "县", operator: "县" });
  const cohorts = await Promise.all([1, 2, 3, 4].map(() => make.cohort({ seats: 14 })));
  for (const { id } of cohorts) before.add(await enrolSomebody(id));
  await sealAudit();
  before.add(await enrolSomebody(cohorts[0]?.id ?? ""));

  const writing = writeOn(cohorts.map(({ id }) => id));
  await writing.begun;
  taken = await write(file);
  await writing.end();

  const url = await ownCluster();
  restored = await restoreInto(url("restored"), file);
  copy = new pg.Client({ connectionString: url("restored") });
  await copy.connect();
}, 120_000);

afterAll(async () => {
  await copy.end();
  await endOwnCluster();
  rmSync(folder, { recursive: true });
});

test("invariants 8: a backup taken while four desks enrol is restored whole: every table equal, every check empty", () => {
  expect(during.size).toBeGreaterThan(3);
  expect(restored.tables.filter((table) => !table.restored)).toEqual([]);
  expect(restored.wrong).toEqual({});
  expect(restored.tables.map(({ table }) => table)).toContain("enrolments");
});

test("I28: whoever was enrolled before the backup is in it; whoever is in it was enrolled, and noted", async () => {
  const { rows } = await copy.query("SELECT id FROM enrolments");
  const stored = rows.map(({ id }) => id as string);
  const { rows: noted } = await copy.query(
    "SELECT subject_id AS id FROM audit_entries WHERE verb = 'enrolment.create'",
  );

  expect([...before].filter((id) => !stored.includes(id))).toEqual([]);
  expect(stored.filter((id) => !before.has(id) && !during.has(id))).toEqual([]);
  expect(noted.map(({ id }) => id).sort()).toEqual(stored.sort());
});

test("I30: on a server that counts its transactions anew the chain holds, and what was unsealed is sealed", async () => {
  const { rows: ahead } = await copy.query(
    "SELECT FROM audit_entries WHERE xid > pg_snapshot_xmax(pg_current_snapshot())",
  );
  await copy.query(
    `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('x', 'x', 'after', 'x', 'x')`,
  );

  await copy.query("SELECT * FROM seal_audit()");

  const total = (await copy.query("SELECT FROM audit_entries")).rowCount;
  const { rows: blocks } = await copy.query(
    "SELECT sum(entries)::int AS entries FROM audit_blocks WHERE log = 'AUDIT'",
  );
  expect(ahead.length).toBeGreaterThan(0);
  expect(blocks).toEqual([{ entries: total }]);
  expect((await copy.query("SELECT * FROM checks.audit_chain_broken")).rows).toEqual([]);
});

test("the restored database has the laws of this release", async () => {
  const here = new pg.Client({ connectionString: ownerUrl() });
  await here.connect();
  const laws = await catalogueOf(here).finally(() => here.end());

  expect(await catalogueOf(copy)).toEqual(laws);
});

test("a database that came to its server without the group of the portal's logins gets it with the laws", async () => {
  const before = await catalogueOf(copy);
  await copy.query("DROP OWNED BY portal_app; DROP ROLE portal_app; COMMENT ON SCHEMA checks IS NULL");

  await applyLaws(copy);

  expect(await catalogueOf(copy)).toEqual(before);
});

test("control: a row taken out of the file is found by the table's sum", async () => {
  const forged = path.join(folder, "forged.sql.gz");
  const text = gunzipSync(readFileSync(file)).toString();
  writeFileSync(forged, gzipSync(text.replace(/(COPY "villages" .*\n).*\n/, "$1")));

  const tried = await tryRestore(ownerUrl(), forged);

  expect(tried.tables.filter((table) => !table.restored).map(({ table }) => table)).toEqual(["villages"]);
});

test("a backup that was cut short, one of a newer release, and a database in use are refused in a sentence", async () => {
  const short = path.join(folder, "short.sql.gz");
  writeFileSync(short, readFileSync(file).subarray(0, 9_000));
  const newer = path.join(folder, "newer.sql.gz");
  const text = gunzipSync(readFileSync(file)).toString();
  writeFileSync(newer, gzipSync(text.replace(/"checksum":"\w/, '"checksum":"-')));

  await expect(tryRestore(ownerUrl(), short)).rejects.toThrow(/cut short/);
  await expect(tryRestore(ownerUrl(), newer)).rejects.toThrow(/not in this release/);
  await expect(restoreInto(ownerUrl(), file)).rejects.toThrow(/in use already/);
});

test("I31: the backup names the mark of its key, and holds neither key nor number", async () => {
  const { idNumber } = await make.trainee();
  await write(`${file}.later`);
  const text = gunzipSync(readFileSync(`${file}.later`)).toString();

  expect(taken.key).toBe((await sql<{ key: string }>("app", "SELECT key_check AS key FROM base"))[0]?.key);
  expect(text).not.toContain(process.env.PORTAL_DATA_KEY);
  expect(text).not.toContain(idNumber);
});

async function enrolSomebody(cohortId: string): Promise<string> {
  const { id: traineeId } = await make.trainee({ pensionInsured: true });
  const { enrolmentId } = await enrol(make.actor(), { cohortId, traineeId, place: "WAITLISTED" });
  return enrolmentId;
}

/** Four desks that enrol one person after the other until they are told to stop. */
function writeOn(cohortIds: string[]) {
  let isOver = false;
  let first = () => {};
  const begun = new Promise<void>((resolve) => {
    first = resolve;
  });
  const desks = cohortIds.map(async (cohortId) => {
    while (!isOver) {
      during.add(await enrolSomebody(cohortId));
      first();
    }
  });
  return {
    begun,
    async end() {
      isOver = true;
      await Promise.all(desks);
    },
  };
}

async function write(to: string): Promise<Taken> {
  let told: Taken | undefined;
  const pieces = async function* () {
    told = yield* takeBackup(ownerUrl());
  };
  await pipeline(pieces, createGzip(), createWriteStream(to));
  if (!told) throw new Error("no backup");
  return told;
}
