import type { Client } from "pg";

// What an extension brought stays with it; a sequence and a view go with their tables.
const emptied = `DO $$
DECLARE statement text;
BEGIN
  DROP SCHEMA IF EXISTS checks CASCADE;
  FOR statement IN
    SELECT format('DROP TABLE IF EXISTS %s CASCADE', oid::regclass) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
    UNION ALL
    SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure) FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('DROP TYPE IF EXISTS %s CASCADE', oid::regtype) FROM pg_type
    WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'
    ORDER BY 1
  LOOP
    EXECUTE statement;
  END LOOP;
END $$`;

/** Takes the portal's tables, types and functions out of a database that nobody works in. */
export async function emptyDatabase(client: Client): Promise<void> {
  await client.query("SET client_min_messages = warning");
  await client.query(emptied);
}
