import pg from "pg";
import { setting } from "./setting";

export const owner = new pg.Client({ connectionString: setting.ownerUrl });

/** From here on statements are counted anew. */
export const forgetStatements = () => owner.query("SELECT pg_stat_statements_reset()");

type Since = { calls: number; control: number; milliseconds: number; buffers: number };

/**
 * What the servers have asked since: statements; what opens and ends their transactions, apart; the milliseconds and the buffers PostgreSQL
 * spent. A COMMIT does not always stand in pg_stat_statements: each transaction that was opened is taken to have ended once.
 */
export async function statementsSince(): Promise<Since> {
  const { rows } = await owner.query<Since>(`
    SELECT coalesce(sum(calls) FILTER (WHERE NOT is_control), 0)::int AS calls,
      (coalesce(sum(calls) FILTER (WHERE is_control AND NOT is_end), 0)
        + coalesce(sum(calls) FILTER (WHERE query ILIKE 'BEGIN%'), 0))::int AS control,
      coalesce(sum(total_exec_time + total_plan_time), 0) AS milliseconds,
      coalesce(sum(shared_blks_hit + shared_blks_read), 0)::int AS buffers
    FROM pg_stat_statements,
      LATERAL (SELECT query ~* '^(BEGIN|COMMIT|ROLLBACK|SET TRANSACTION)' AS is_control, query ~* '^(COMMIT|ROLLBACK)' AS is_end) AS kind
    WHERE userid <> current_user::regrole AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())`);
  return rows[0] ?? { calls: 0, control: 0, milliseconds: 0, buffers: 0 };
}
