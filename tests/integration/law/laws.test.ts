import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { whilePreparing } from "@/scripts/postgres/database.mjs";
import { applyLaws, lawFiles } from "@/scripts/postgres/laws.mjs";
import { migrate } from "@/scripts/postgres/migrate.mjs";
import { ownerUrl, sql, withDatabase } from "@/tests/support/database";
import { catalogueOf } from "@/tests/support/law/catalogue";

/** The newest migration of the release before the laws had files of their own. */
const releaseBefore = "20261129100100_lessons_over";

const name = `laws_${crypto.randomUUID().slice(0, 8)}`;
const folder = mkdtempSync(path.join(tmpdir(), "laws-"));
let fresh: Record<string, string>;

const inDatabase = <T>(of: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  whilePreparing(withDatabase(ownerUrl(), `${name}_${of}`), work);

beforeAll(async () => {
  fresh = await inDatabase("fresh", async (client) => {
    await migrate(client);
    await applyLaws(client);
    return catalogueOf(client);
  });
}, 60_000);

afterAll(async () => {
  for (const of of ["fresh", "before"]) await sql("owner", `DROP DATABASE IF EXISTS ${name}_${of} WITH (FORCE)`);
  rmSync(folder, { recursive: true });
});

test("an empty database and one of the release before end with the same laws", async () => {
  const upgraded = await inDatabase("before", async (client) => {
    await migrate(client, { only: migrationsUpTo(releaseBefore) });
    await migrate(client);
    await applyLaws(client);
    return catalogueOf(client);
  });

  expect(Object.keys(upgraded).length).toBeGreaterThan(600);
  expect(upgraded).toEqual(fresh);
});

test("an older release does not work on a database of a later one, whose laws it would take away", async () => {
  await inDatabase("fresh", async (client) => {
    await client.query("BEGIN");
    await client.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('of-tomorrow', 'x', '99990101000000_of_tomorrow', now())`);
    await expect(migrate(client)).rejects.toThrow("99990101000000_of_tomorrow");
    await client.query("ROLLBACK");
  });
});

test("what stands in the database beside the laws, or against them, is gone when they are applied", async () => {
  const [strayed, mended] = await inDatabase("fresh", async (client) => {
    await client.query(`
      CREATE FUNCTION stray() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW checks.stray AS SELECT stray();
      DROP FUNCTION refuse_capacity; CREATE FUNCTION refuse_capacity(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT a';
      CREATE FUNCTION nods() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
      CREATE TRIGGER a_nods BEFORE UPDATE ON cohorts FOR EACH ROW EXECUTE FUNCTION nods();
      DROP TRIGGER lesson_finds_room ON lessons; ALTER TABLE cohorts DISABLE TRIGGER cohort_signatures;
      GRANT UPDATE (confirmed) ON cohorts TO portal_app; GRANT DELETE ON audit_entries TO PUBLIC; REVOKE INSERT ON lessons FROM portal_app;
      COMMENT ON SCHEMA checks IS NULL`);
    return [await catalogueOf(client), (await applyLaws(client)) && (await catalogueOf(client))];
  });

  expect(strayed).not.toEqual(fresh);
  expect(mended).toEqual(fresh);
});

test("laws that stand already are not applied again, and change nothing when they are", async () => {
  const outcome = await inDatabase("fresh", async (client) => {
    const again = await applyLaws(client);
    await client.query("COMMENT ON SCHEMA checks IS NULL");
    return [again, await applyLaws(client), await applyLaws(client), await catalogueOf(client)];
  });

  expect(outcome).toEqual([false, true, false, fresh]);
});

test("a migration that came since is reason enough to apply the laws", async () => {
  const applied = await inDatabase("fresh", async (client) => {
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('one', 'more', '29990101000000_one_more')`,
    );
    return applyLaws(client).finally(() => client.query("DELETE FROM _prisma_migrations WHERE id = 'one'"));
  });

  expect(applied).toBe(true);
});

test.each([
  [
    "a statement",
    "CREATE VIEW checks.broken AS SELECT * FROM nowhere;",
    /checks\/broken\.sql:2: relation "nowhere" does not exist/,
  ],
  ["a body in SQL", "CREATE FUNCTION broken() RETURNS int LANGUAGE sql AS 'SELECT n FROM nowhere';", /nowhere/],
  ["a body in PL/pgSQL", "CREATE FUNCTION broken() RETURNS int LANGUAGE plpgsql AS 'BEGIN nonsense; END';", /nonsense/],
  [
    "a function that stands already",
    "CREATE FUNCTION span(day date, a text, b text) RETURNS int RETURN 1;",
    /already exists/,
  ],
])("a law that is broken in %s leaves the database as it was", async (_where, broken, said) => {
  const laws = copyOfLaws(broken.split(" ")[1] ?? "");
  writeFileSync(path.join(laws, "checks", "broken.sql"), `-- Broken.\n${broken}`);

  const [refused, left] = await inDatabase("fresh", async (client) => [
    await applyLaws(client, laws).catch((error: Error) => error.message),
    await catalogueOf(client),
  ]);

  expect(refused).toMatch(said);
  expect(left).toEqual(fresh);
});

test("a law whose file goes takes its functions and triggers along", async () => {
  const laws = copyOfLaws("shorter");
  rmSync(path.join(laws, "exports.sql"));

  const left = await inDatabase("fresh", async (client) => {
    await applyLaws(client, laws);
    return catalogueOf(client).finally(() => applyLaws(client));
  });

  const gone = Object.keys(fresh).filter((law) => !(law in left));
  expect(gone).toEqual(expect.arrayContaining(["function export_goes_on()", "function full_export_needs_factor()"]));
  expect(gone.every((law) => / exports |_goes_on|_needs_factor/.test(law))).toBe(true);
});

test("every function, trigger function and view of the database stands in a file of the laws", () => {
  const text = lawFiles()
    .map(({ sql: law }) => law)
    .join("\n");
  const named = new Set([...text.matchAll(/^CREATE (?:OR REPLACE )?(?:FUNCTION|VIEW) ([\w.]+)/gm)].map(([, of]) => of));
  const standing = Object.keys(fresh).flatMap((law) => /^(?:function|view) ([\w.]+)/.exec(law)?.[1] ?? []);

  expect(standing.filter((of) => !named.has(of))).toEqual([]);
  expect(standing).toHaveLength(named.size);
});

test("the portal's login does not say which laws stand", async () => {
  await expect(sql("app", "COMMENT ON SCHEMA checks IS 'laws'")).rejects.toMatchObject({ code: "42501" });
});

function migrationsUpTo(last: string) {
  return readdirSync("prisma/migrations")
    .filter((migration) => /^\d{14}_/.test(migration) && migration <= last)
    .sort()
    .map((migration) => {
      const text = readFileSync(path.join("prisma/migrations", migration, "migration.sql"), "utf8");
      return { name: migration, checksum: createHash("sha256").update(text).digest("hex") };
    });
}

function copyOfLaws(of: string): string {
  const copy = path.join(folder, of);
  cpSync("prisma/laws", copy, { recursive: true });
  return copy;
}
