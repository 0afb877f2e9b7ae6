import type pg from "pg";

/** What a law is to PostgreSQL, a line each: functions, triggers in the order they fire, views, and who may do what with all of them. */
const catalogue = `
  SELECT 'function ' || p.oid::regprocedure AS name, pg_get_functiondef(p.oid) AS says, p.proowner::regrole::text AS owner,
    coalesce(p.proacl, acldefault('f', p.proowner)) AS acl
  FROM pg_proc p WHERE p.pronamespace IN ('public'::regnamespace, 'checks'::regnamespace)
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT format('trigger %s %s %s', t.tgrelid::regclass, row_number() OVER (PARTITION BY t.tgrelid ORDER BY t.tgname), t.tgname),
    format('%s %s', pg_get_triggerdef(t.oid), t.tgenabled), '', NULL FROM pg_trigger t WHERE NOT t.tgisinternal
  UNION ALL
  SELECT format('view %s', c.oid::regclass), pg_get_viewdef(c.oid), c.relowner::regrole::text,
    coalesce(c.relacl, acldefault('r', c.relowner)) FROM pg_class c WHERE c.relkind = 'v' AND c.relnamespace IN ('public'::regnamespace, 'checks'::regnamespace)
  UNION ALL
  SELECT format('relation %s', c.oid::regclass), '', c.relowner::regrole::text,
    coalesce(c.relacl, acldefault((CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char", c.relowner)) FROM pg_class c
  WHERE c.relkind IN ('r', 'S') AND c.relnamespace = 'public'::regnamespace
  UNION ALL
  SELECT format('column %s.%s', a.attrelid::regclass, a.attname), '', '', a.attacl FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND a.attacl <> '{}'
  UNION ALL
  SELECT format('schema %s', n.nspname), '', '', n.nspacl FROM pg_namespace n WHERE n.nspname IN ('public', 'checks')`;

/** The laws of a database, by name. */
export async function catalogueOf(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; line: string }>(`
    SELECT name, concat_ws(' · ', says, owner, (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(acl) AS a)) AS line
    FROM (${catalogue}) AS laws ORDER BY name`);
  return Object.fromEntries(rows.map(({ name, line }) => [name, line]));
}
