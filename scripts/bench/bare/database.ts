import { connection } from "next/server";
import pg from "pg";

let pool: pg.Pool | undefined;

/** One prepared statement, straight through pg; asked at a request only, so that a build needs no address. */
export async function ask<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[] = []) {
  await connection();
  pool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
  return (await pool.query<Row>({ name, text, values })).rows;
}
