import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appUrl, sql } from "@/tests/support/database";
import { laws } from "@/tests/support/law/scene";
import { type Attack, attacks } from "@/tests/support/law/temporary";

const nowhere = Object.fromEntries(["project", "paid"].map((name) => [name, ""])) as Awaited<ReturnType<typeof laws>>;
const named = attacks(nowhere).map(({ rule, what }, n) => [rule, what, n] as const);
let all: Attack[];
beforeAll(async () => {
  all = attacks(await laws());
}, 60_000);

test("I30: the portal's login makes no temporary table, no type and no function of the session", async () => {
  for (const object of [
    "TABLE pg_temp.t (n int)",
    "TYPE pg_temp.t AS ENUM ('x')",
    "FUNCTION pg_temp.t() RETURNS int RETURN 1",
  ])
    await expect(sql("app", `CREATE ${object}`)).rejects.toMatchObject({ code: "42501" });
});

test("I30: every function of ours says where its names stand, temporary ones last", async () => {
  const unsaid = await sql(
    "app",
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
     WHERE p.pronamespace IN ('public'::regnamespace, 'checks'::regnamespace)
       AND NOT coalesce('search_path=pg_catalog, public, pg_temp' = ANY (p.proconfig), false)
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`,
  );

  expect(unsaid).toEqual([]);
});

test("I30: no superuser owns a table, a view or a function of ours, and nobody else may hang our triggers on a table", async () => {
  const owned = await sql(
    "app",
    `SELECT o.oid FROM (SELECT oid, relowner AS owner, relnamespace AS schema FROM pg_class WHERE relkind IN ('r', 'v')
       UNION ALL SELECT p.oid, proowner, pronamespace FROM pg_proc p WHERE prosecdef) AS o
     JOIN pg_roles r ON r.oid = o.owner WHERE o.schema IN ('public'::regnamespace, 'checks'::regnamespace)
       AND (r.rolsuper OR r.rolcanlogin)`,
  );
  const hung = await sql(
    "app",
    `SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
       AND has_function_privilege(oid, 'EXECUTE')`,
  );

  expect(owned).toEqual([]);
  expect(hung).toEqual([]);
});

const stands = {
  "as it is": { down: "SELECT", up: "SELECT" },
  "could the login make temporary objects": { down: grant(), up: revoke() },
  "control, without both mends": { down: `${grant()}; ${old()}`, up: `${revoke()}; ${mended()}` },
};

describe.each(Object.entries(stands))("%s", (stand, { down, up }) => {
  beforeAll(async () => void (await sql("owner", down)));
  afterAll(async () => void (await sql("owner", up)));

  test.each(named)("%s: %s", async (_, __, n) => {
    const { object, ...attack } = all[n] as Attack;

    const outcome = await tried(object, attack);

    if (stand.startsWith("control")) expect(outcome).toEqual({ won: true });
    else if (stand === "as it is") expect(outcome).toMatchObject({ won: false, code: "42501" });
    else expect(outcome).toMatchObject({ won: false });
  });

  test("I21: a function or an operator of the session is never asked by a law, with or without the mends", async () => {
    const { object: _, ...overPaid } = all[1] as Attack;

    const { won, message } = await tried(
      `CREATE FUNCTION pg_temp.refuse(text, text, jsonb DEFAULT '{}') RETURNS void LANGUAGE sql AS '';
       CREATE FUNCTION pg_temp.same(bigint, bigint) RETURNS boolean LANGUAGE sql AS 'SELECT false';
       CREATE OPERATOR pg_temp.> (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = pg_temp.same)`,
      overPaid,
    );

    expect(won).toBe(false);
    if (stand !== "as it is") expect(message).toBe("OVER_APPROPRIATION");
  });
});

type Outcome = { won: boolean; code?: string | undefined; message?: string };

/** As the login, on a connection of its own and in a transaction that is not kept. */
async function tried(object: string, { act, won = "SELECT true AS won" }: Omit<Attack, "object">): Promise<Outcome> {
  const client = new pg.Client({ connectionString: appUrl() });
  await client.connect();
  try {
    await client.query(`BEGIN; ${object}`);
    await client.query(`${act}; SET CONSTRAINTS ALL IMMEDIATE`);
    return { won: (await client.query<{ won: boolean }>(won)).rows[0]?.won === true };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { won: false, code: error.code, message: error.message };
  } finally {
    await client.end();
  }
}

function ours(what: string) {
  return `DO $$ DECLARE ours pg_proc; BEGIN
    FOR ours IN SELECT p.* FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e') LOOP ${what} END LOOP;
  END $$`;
}

function grant() {
  return "DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database()); END $$";
}

function revoke() {
  return grant().replace("GRANT", "REVOKE").replace("TO PUBLIC", "FROM PUBLIC");
}

/** As it was before: definers looked into `public`, the others wherever the session looks, and a superuser owned them. */
function old() {
  return ours(`EXECUTE format('ALTER FUNCTION %s %s', ours.oid::regprocedure, CASE WHEN ours.prosecdef THEN 'SET search_path = public' ELSE 'RESET search_path' END);
    EXECUTE format('ALTER FUNCTION %s OWNER TO %I', ours.oid::regprocedure, current_user);`);
}

function mended() {
  return ours(`EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', ours.oid::regprocedure);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_tables', ours.oid::regprocedure);`);
}
