import pg from "pg";
import { failureOf } from "../process/obstacle.mjs";

/** @type {Record<string, string>} */
const codes = { "28P01": "P1000", 28000: "P1000", "3D000": "P1003", 42501: "P1010", "42P04": "P1009" };

/**
 * `cli can-connect-to-database | create-database | drop-database`: the exit code.
 * @param {string} command
 * @param {string} url
 */
export async function runCommand(command, url) {
  log("INFO", { message: "Starting schema engine CLI (wasm)" });
  try {
    if (command === "can-connect-to-database") await withClient(url, undefined, (client) => client.query("SELECT 1"));
    else if (command === "create-database") await createDatabase(url);
    else if (command === "drop-database") await dropDatabase(url);
    else throw new Error(`unknown command ${command}`);
    return 0;
  } catch (error) {
    const { code, message } = failureOf(error);
    log("ERROR", { is_panic: false, error_code: codes[String(code)] ?? "P1001", message: message || String(code) });
    return 1;
  }
}

/** @param {string} url */
export async function createDatabase(url) {
  const { database } = poolConfig(url);
  await withClient(url, "postgres", (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`));
  return { databaseName: database };
}

/** @param {string} url */
async function dropDatabase(url) {
  const name = pg.escapeIdentifier(poolConfig(url).database);
  await withClient(url, "postgres", (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  log("INFO", { message: "The database was successfully dropped" });
}

/**
 * What pg needs of Prisma's kind of address.
 * @param {string} address
 * @param {string} [database]
 */
export function poolConfig(address, database) {
  const url = new URL(address);
  const ssl = url.searchParams.get("sslmode") ?? "";
  return {
    host: url.searchParams.get("host") ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: database ?? decodeURIComponent(url.pathname.slice(1)),
    ssl: /^(require|verify)/.test(ssl) ? { rejectUnauthorized: ssl !== "require" } : undefined,
    max: 1,
  };
}

/**
 * @template T
 * @param {string} url
 * @param {string | undefined} database
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(url, database, work) {
  const client = new pg.Client(poolConfig(url, database));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Prisma reads the engine's log lines and finds its error codes in them.
 * @param {"INFO" | "ERROR"} level
 * @param {{ message: string, is_panic?: boolean, error_code?: string }} fields
 */
function log(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
