import type pg from "pg";

/** What Prisma's schema can say of tables: no index of a part of the rows or of an expression, no check, no exclusion. */
const catalogue = `
  WITH ours AS (SELECT oid, relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations')
  SELECT format('column %s.%s', relname, attname) AS name, concat_ws(' ', format_type(atttypid, atttypmod),
    CASE WHEN NOT attnotnull THEN 'null' END, 'default ' || pg_get_expr(adbin, adrelid)) AS says
  FROM ours o JOIN pg_attribute a ON attrelid = o.oid AND attnum > 0 AND NOT attisdropped LEFT JOIN pg_attrdef ON adrelid = o.oid AND adnum = attnum
  UNION ALL
  SELECT format('enum %s', typname), (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
  FROM pg_type t WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace
  UNION ALL
  SELECT format('key %s.%s', relname, conname), pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN ours o ON o.oid = conrelid
  WHERE contype IN ('p', 'f')
  UNION ALL
  SELECT format('index %s', i.relname), pg_get_indexdef(indexrelid) FROM pg_index JOIN ours o ON o.oid = indrelid JOIN pg_class i ON i.oid = indexrelid
  WHERE NOT indisprimary AND NOT indisexclusion AND indpred IS NULL AND indexprs IS NULL`;

/** The tables of a database: each column, enum, key and index by name, with what PostgreSQL says of it. */
export async function tablesInDatabase(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; says: string }>(`${catalogue} ORDER BY name`);
  return Object.fromEntries(rows.map(({ name, says }) => [name, says]));
}
