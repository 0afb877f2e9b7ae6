import type pg from "pg";

/** Every view of the schema `checks` has to be empty: figures of a base that breaks the laws would prove nothing. */
export async function requireLaws(owner: pg.Client) {
  const { rows: views } = await owner.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.views WHERE table_schema = 'checks' ORDER BY 1",
  );
  for (const { name } of views) {
    const { rows } = await owner.query(`SELECT * FROM checks.${name} LIMIT 3`);
    if (rows.length > 0) throw new Error(`the filled base breaks a law: ${name} ${JSON.stringify(rows)}`);
  }
}
