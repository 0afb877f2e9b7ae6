/** @import { Client } from "pg" */

/** The role that owns the tables where a superuser brings the database up to date; it signs in nowhere and may do nothing else. */
const keeper = "portal_tables";

/**
 * What follows each migration. A copy of a database and a restored one come without the rights on the database itself, so they are taken
 * from everybody again; and a function that acts with its owner's rights must not act with those of a superuser.
 * @param {Client} client
 */
export async function handOver(client) {
  await client.query(closeToAll);
  const { rows } = await client.query("SELECT rolsuper AS is_superuser FROM pg_roles WHERE rolname = current_user");
  if (rows[0].is_superuser) await client.query(giveToKeeper);
}

// Nobody but the laws hangs a trigger of ours on a table.
const closeToAll = `DO $$
DECLARE hung regprocedure;
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  FOR hung IN
    SELECT oid FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype AND has_function_privilege('public', oid, 'EXECUTE')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', hung);
  END LOOP;
END $$`;

// What an extension brought stays with it. A sequence goes with the table it belongs to.
const giveToKeeper = `DO $$
DECLARE statement text;
BEGIN
  BEGIN
    CREATE ROLE ${keeper} NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
  GRANT USAGE ON SCHEMA public, checks TO ${keeper};
  FOR statement IN
    SELECT format('ALTER %s %s OWNER TO ${keeper}', o.kind, o.name) FROM (
      SELECT 'pg_class'::regclass AS class, oid, relowner AS owner, relnamespace AS schema, oid::regclass::text AS name,
        CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END AS kind
      FROM pg_class c WHERE relkind IN ('r', 'p', 'v', 'm')
      UNION ALL SELECT 'pg_proc'::regclass, oid, proowner, pronamespace, oid::regprocedure::text, 'ROUTINE' FROM pg_proc
      UNION ALL SELECT 'pg_type'::regclass, oid, typowner, typnamespace, oid::regtype::text, 'TYPE' FROM pg_type WHERE typtype IN ('e', 'd')
    ) AS o
    WHERE o.schema IN ('public'::regnamespace, 'checks'::regnamespace) AND o.owner <> '${keeper}'::regrole
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e')
    ORDER BY o.kind
  LOOP
    EXECUTE statement;
  END LOOP;
END $$`;
