import { expect } from "vitest";
import { sql } from "@/tests/support/database";

/** The views of the self-check that have a row to show. */
export async function broken(): Promise<string[]> {
  const views = await sql<{ name: string }>("app", "SELECT viewname AS name FROM pg_views WHERE schemaname = 'checks'");
  expect(views.length).toBeGreaterThan(12);
  const each = views.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM checks.${name})`);
  return (await sql<{ name: string }>("app", each.join(" UNION ALL "))).map(({ name }) => name).sort();
}
