import { expect } from "vitest";
import { sql } from "@/tests/support/database";

/** The views of the self-check that have a row to show. */
export async function broken(): Promise<string[]> {
  const views = await sql<{ name: string }>("app", "SELECT viewname AS name FROM pg_views WHERE schemaname = 'checks'");
  expect(views.length).toBeGreaterThan(12);
  const found: string[] = [];
  for (const { name } of views)
    if ((await sql("app", `SELECT FROM checks.${name} LIMIT 1`)).length > 0) found.push(name);
  return found.sort();
}
