import pg from "pg";
import { setting } from "./setting";

export const owner = new pg.Client({ connectionString: setting.ownerUrl });

/** From here on statements are counted anew. */
export const forgetStatements = () => owner.query("SELECT pg_stat_statements_reset()");

/** What the servers have asked since: statements, each a round trip, and the milliseconds PostgreSQL spent on those that match. */
export async function statementsSince(like = "%") {
  const { rows } = await owner.query<{ calls: number; milliseconds: number; matched: number }>(
    `SELECT coalesce(sum(calls), 0)::int AS calls, coalesce(sum(total_exec_time + total_plan_time), 0) AS milliseconds,
      coalesce(sum(total_exec_time + total_plan_time) FILTER (WHERE query LIKE $1), 0) AS matched
    FROM pg_stat_statements WHERE userid <> current_user::regrole AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [like],
  );
  return rows[0] ?? { calls: 0, milliseconds: 0, matched: 0 };
}
