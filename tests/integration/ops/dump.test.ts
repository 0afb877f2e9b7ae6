import {
  appendFileSync,
  cpSync,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foundBase } from "@/lib/base/commands";
import { againstDump } from "@/scripts/backup/dump/choose";
import { readManifest, writeManifest } from "@/scripts/backup/dump/manifest";
import { takeDump } from "@/scripts/backup/dump/take";
import { toolsHere } from "@/scripts/backup/dump/tools";
import { restoreInto, tryRestore } from "@/scripts/backup/restore";
import { takeBackup } from "@/scripts/backup/take";
import { ownerUrl, withDatabase } from "@/tests/support/database";
import { catalogueOf } from "@/tests/support/law/catalogue";
import * as make from "@/tests/support/make";
import { tablesInDatabase } from "@/tests/support/tables/in-database";
import { tablesInSchema } from "@/tests/support/tables/in-schema";

// TEST_OWN_SERVER=postgresql://superuser:…@host/postgres: a server of the version of the tools on the PATH, where the tests' own is newer.
const server = process.env.TEST_OWN_SERVER ?? ownerUrl();
const [{ server_version: version } = { server_version: "" }] = await at<{ server_version: string }>(
  server,
  "SHOW server_version",
);
const against = againstDump({ server: version, ...(await toolsHere()) }, false);

describe.skipIf(against)(against ? `with pg_dump, not tried here: ${against}` : `with pg_dump on ${version}`, () => {
  const mark = crypto.randomUUID().slice(0, 8);
  const owner = `dump_owner_${mark}`;
  const [source, target, other] = [`dump_source_${mark}`, `dump_target_${mark}`, `dump_other_${mark}`];
  const folder = mkdtempSync(path.join(tmpdir(), "dump-"));
  const dump = path.join(folder, "portal");
  /** As in real use: the owner of the database, who is no superuser. */
  const url = (database: string) =>
    Object.assign(new URL(withDatabase(server, database)), { username: owner, password: "x" }).href;

  beforeAll(async () => {
    await at(server, `CREATE ROLE ${owner} LOGIN CREATEDB CREATEROLE PASSWORD 'x'`);
    await foundBase({ name: "基地", shortName: "基地", organiser: "县", operator: "县" });
    const cohort = await make.cohort({ seats: 14 });
    for (let n = 0; n < 3; n++) await make.enrolment(cohort.id);
    await restoreInto(url(source), await ownBackup(path.join(folder, "portal.sql.gz")));

    const writing = writeOn(url(source));
    await takeDump(url(source), dump);
    expect(await writing.end()).toBeGreaterThan(0);
  }, 120_000);

  afterAll(async () => {
    for (const name of [source, target, other]) await at(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await at(server, `DROP ROLE ${owner}`);
    rmSync(folder, { recursive: true });
  });

  test("I25: what was taken while somebody writes comes back whole, into a database that has the tables already", async () => {
    await restoreInto(url(target), path.join(folder, "portal.sql.gz"));
    await at(url(target), "TRUNCATE accounts, audit_entries CASCADE");

    const restored = await restoreInto(url(target), dump);

    expect(restored.tables.filter((table) => !table.restored)).toEqual([]);
    expect(restored.tables.find(({ table }) => table === "enrolments")?.rows).toBe(3);
    expect(restored.wrong).toEqual({});
  });

  test("the restored database has the tables, laws and rights of this release", async () => {
    expect(await on(url(target), catalogueOf)).toEqual(await on(url(source), catalogueOf));
    expect(await on(url(target), tablesInDatabase)).toEqual(tablesInSchema());
  });

  test("--check leaves no database behind", async () => {
    const tried = await tryRestore(url(source), dump);

    expect(tried.tables.every((table) => table.restored)).toBe(true);
    expect(await at(server, "SELECT FROM pg_database WHERE datname LIKE 'restore_check_%'")).toEqual([]);
  });

  test("control: a table that is not what was taken is found, and nothing of it is kept", async () => {
    const forged = copied("forged");
    change(forged, (text) => text.replace(/("table":"villages","rows":\d+,"sha256":")\w/, "$1-"));

    const restored = await restoreInto(url(other), forged);

    expect(restored.tables.filter((table) => !table.restored).map(({ table }) => table)).toEqual(["villages"]);
    expect(await at(url(other), "SELECT to_regclass('public.villages') AS table")).toEqual([{ table: null }]);
  });

  test("a damaged folder, one of a newer release and a database in use are refused in a sentence", async () => {
    const [damaged, newer, strange] = [copied("damaged"), copied("newer"), copied("strange")];
    appendFileSync(path.join(damaged, readdirSync(damaged).find((name) => name.endsWith(".dat.gz")) ?? ""), "x");
    change(newer, (text) => text.replace(/"checksum":"\w/, '"checksum":"-'));
    change(strange, () => "{}");

    await expect(tryRestore(url(source), damaged)).rejects.toThrow(/not as it was taken/);
    await expect(tryRestore(url(source), newer)).rejects.toThrow(/not in this release/);
    await expect(tryRestore(url(source), strange)).rejects.toThrow(/no backup of this portal/);
    await expect(restoreInto(url(source), dump)).rejects.toThrow(/in use already/);
  });

  const copied = (name: string) => {
    const to = path.join(folder, name);
    cpSync(dump, to, { recursive: true });
    return to;
  };
});

test("a folder in which a file is missing, is another or says nothing of itself is no backup", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "dump-"));
  for (const name of ["toc.dat", "1.dat.gz"]) writeFileSync(path.join(folder, name), name);
  await expect(readManifest(folder)).rejects.toThrow(/no backup of this portal/);
  const told = {
    takenAt: "2018-08-22T00:00:00Z",
    server: "15.13",
    key: null,
    migrations: [],
    dumpedBy: "15.13",
    tables: [],
  };
  await writeManifest(folder, told);
  expect(await readManifest(folder)).toMatchObject({
    ...told,
    files: [{ name: "1.dat.gz", bytes: 8 }, { name: "toc.dat" }],
  });

  appendFileSync(path.join(folder, "1.dat.gz"), "x");
  await expect(readManifest(folder)).rejects.toThrow(/1\.dat\.gz in .* is not as it was taken/);
  rmSync(path.join(folder, "1.dat.gz"));
  await expect(readManifest(folder)).rejects.toThrow(/1\.dat\.gz in .* is not as it was taken/);
  rmSync(folder, { recursive: true });
});

const change = (dump: string, by: (text: string) => string) => {
  const file = path.join(dump, "portal.json");
  writeFileSync(file, by(readFileSync(file, "utf8")));
};

async function ownBackup(to: string): Promise<string> {
  await pipeline(takeBackup(ownerUrl()), createGzip(), createWriteStream(to));
  return to;
}

/** Somebody looks at protected data again and again until told to stop; how often is the answer. */
function writeOn(url: string) {
  let isOver = false;
  const writing = on(url, async (client) => {
    let times = 0;
    for (; !isOver; times++)
      await client.query("INSERT INTO access_entries (verb, address) VALUES ('signIn', '127.0.0.1')");
    return times;
  });
  return {
    end() {
      isOver = true;
      return writing;
    },
  };
}

async function on<Answer>(url: string, ask: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return ask(client).finally(() => client.end());
}

function at<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  return on(url, (client) => client.query<Row>(text).then(({ rows }) => rows));
}
