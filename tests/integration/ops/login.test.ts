import pg from "pg";
import { afterEach, beforeAll, expect, test } from "vitest";
import { prepareDatabase } from "@/scripts/postgres/database.mjs";
import { ownerUrl, sql } from "@/tests/support/database";

const role = `strong_${crypto.randomUUID().slice(0, 8)}`;
const database = new URL(ownerUrl()).pathname.slice(1);
const key = process.env.PORTAL_DATA_KEY ?? "";
const powers = async (of: string) =>
  (await sql<{ power: string }>("app", "SELECT powers_beyond($1) AS power", [of])).map(({ power }) => power);

beforeAll(() => sql("owner", `CREATE ROLE ${role} LOGIN PASSWORD 'x' IN ROLE portal_app`));
afterEach(async () => {
  delete process.env.DATABASE_APP_URL;
  await sql(
    "owner",
    `REASSIGN OWNED BY ${role} TO portal_tables; DROP OWNED BY ${role}; DROP ROLE ${role}; CREATE ROLE ${role} LOGIN PASSWORD 'x' IN ROLE portal_app`,
  );
});

test("the portal's own login, and a fresh one of its group, may do nothing beyond what the portal needs", async () => {
  const [own] = await sql<{ name: string }>("app", "SELECT current_user AS name");

  expect(await powers(own?.name ?? "")).toEqual([]);
  expect(await powers(role)).toEqual([]);
});

test.each([
  ["SUPERUSER", `ALTER ROLE ${role} SUPERUSER`],
  ["CREATEROLE", `ALTER ROLE ${role} CREATEROLE`],
  ["CREATEDB", `ALTER ROLE ${role} CREATEDB`],
  ["REPLICATION", `ALTER ROLE ${role} REPLICATION`],
  ["BYPASSRLS", `ALTER ROLE ${role} BYPASSRLS`],
  ["TEMPORARY on the database", `GRANT TEMPORARY ON DATABASE ${database} TO ${role}`],
  ["CREATE on the database", `GRANT CREATE ON DATABASE ${database} TO ${role}`],
  ["CREATE on the schema public", `GRANT CREATE ON SCHEMA public TO ${role}`],
  ["SET session_replication_role", `GRANT SET ON PARAMETER session_replication_role TO ${role}`],
  ["member of pg_read_server_files", `GRANT pg_read_server_files TO ${role}`],
  ["owner of table townships", `ALTER TABLE townships OWNER TO ${role}`],
  ['owner of function holds_place("EnrolmentState")', `ALTER FUNCTION holds_place OWNER TO ${role}`],
])("I30: a login with %s is refused before the portal starts", async (power, statement) => {
  await sql("owner", statement);
  process.env.DATABASE_APP_URL = Object.assign(new URL(ownerUrl()), { username: role, password: "x" }).href;

  expect(await powers(role)).toContain(power);
  // A start as superuser takes back itself what such a login owns.
  if (!power.startsWith("owner"))
    await expect(prepareDatabase(ownerUrl(), key)).rejects.toThrow(/may do more than the portal needs/);
});

test("I30: a database of an earlier release, or one copied, is closed again and handed over by the next start", async () => {
  await sql(
    "owner",
    `GRANT TEMPORARY ON DATABASE ${database} TO PUBLIC; ALTER TABLE cohorts OWNER TO CURRENT_USER;
    ALTER FUNCTION move_year OWNER TO CURRENT_USER; ALTER VIEW checks.counter_drift OWNER TO CURRENT_USER; ALTER TYPE "CohortState" OWNER TO CURRENT_USER;
    GRANT EXECUTE ON FUNCTION cohort_moves_years TO PUBLIC`,
  );

  await prepareDatabase(ownerUrl(), key);

  const [owners] = await sql(
    "app",
    `SELECT has_database_privilege(current_database(), 'TEMPORARY') AS temporary, has_function_privilege('cohort_moves_years()', 'EXECUTE') AS hang,
       (SELECT relowner::regrole::text FROM pg_class WHERE oid = 'cohorts'::regclass) AS "table",
       (SELECT proowner::regrole::text FROM pg_proc WHERE proname = 'move_year') AS function,
       (SELECT relowner::regrole::text FROM pg_class WHERE oid = 'checks.counter_drift'::regclass) AS view,
       (SELECT typowner::regrole::text FROM pg_type WHERE typname = 'CohortState') AS type`,
  );
  const keeper = "portal_tables";
  expect(owners).toEqual({
    temporary: false,
    hang: false,
    table: keeper,
    function: keeper,
    view: keeper,
    type: keeper,
  });
});

test("I30: the role that owns the tables signs in nowhere and may do nothing else", async () => {
  const [keeper] = await sql(
    "app",
    "SELECT rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls, rolreplication FROM pg_roles WHERE rolname = 'portal_tables'",
  );

  expect(Object.values(keeper ?? {})).toEqual([false, false, false, false, false, false]);
});

test("a portal whose tables' owner is no superuser brings its database up to date by itself", async () => {
  const name = `${role}_own`;
  const owner = `${role}_owner`;
  await sql(
    "owner",
    `CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'x'; GRANT portal_app TO ${owner} WITH ADMIN OPTION`,
  );
  await sql("owner", `CREATE DATABASE ${name} OWNER ${owner}`);
  const url = Object.assign(new URL(ownerUrl()), { username: owner, password: "x", pathname: `/${name}` }).href;

  const { applied, appUrl } = await prepareDatabase(url, key);

  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  const { rows } = await client.query(
    "SELECT ARRAY(SELECT powers_beyond(current_user)) AS powers, relowner::regrole::text AS owner FROM pg_class WHERE oid = 'cohorts'::regclass",
  );
  await client.end();
  await sql("owner", `DROP DATABASE ${name} WITH (FORCE)`);
  expect(applied.length).toBeGreaterThan(20);
  expect(rows).toEqual([{ powers: [], owner }]);
}, 60_000);
