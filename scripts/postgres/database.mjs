import pg from "pg";
import { onClose } from "../process/closing.mjs";
import { withLock } from "../process/lock.mjs";
import { failureOf, Obstacle } from "../process/obstacle.mjs";
import { forget, others, record } from "../process/running.mjs";
import { appAddress } from "./app-role.mjs";
import { applyLaws } from "./laws.mjs";
import { migrate } from "./migrate.mjs";
import { runningAddress, startPostgres, stopPostgres } from "./postgres.mjs";

/** @import { Client } from "pg" */

const cluster = "pg18";
const database = "portal";
const preparingLock = 20_180_822;

/** The owner's address of the database: DATABASE_URL, else the embedded server, started and ended with its users. */
export async function openDatabase() {
  const given = givenAddress();
  if (given) return { ownerUrl: given, isEmbedded: false, detail: "DATABASE_URL" };

  return withLock("cluster", async () => {
    record({ embedded: true });
    onClose(leaveEmbedded);
    const { url, adopted } = await startPostgres(cluster);
    return {
      ownerUrl: url(database),
      isEmbedded: true,
      detail: adopted ? "embedded PostgreSQL, already running" : "embedded PostgreSQL",
    };
  });
}

/** The owner's address of a database that runs already, else nothing. */
export async function runningDatabase() {
  return givenAddress() ?? (await runningAddress(cluster))?.(database);
}

/**
 * Migrations and laws as owner, then the application's own role: `{ appUrl, applied, lawsApplied, version }` with the server's version.
 * @param {string} ownerUrl
 * @param {string} dataKey
 */
export function prepareDatabase(ownerUrl, dataKey) {
  return whilePreparing(ownerUrl, async (client) => {
    const version = await requireVersion(client);
    const applied = await migrate(client);
    const lawsApplied = await applyLaws(client);
    const appUrl = await appAddress(client, ownerUrl, dataKey);
    return { appUrl, applied, lawsApplied, version };
  });
}

/**
 * Work as the database's owner while no other start, from whatever machine or checkout, prepares the same database.
 * @template T
 * @param {string} ownerUrl
 * @param {(client: Client) => Promise<T>} work
 */
export async function whilePreparing(ownerUrl, work) {
  const client = await connectAsOwner(ownerUrl);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [preparingLock]);
    return await work(client);
  } catch (error) {
    const { code, message } = failureOf(error);
    if (code !== "42501") throw error;
    throw new Obstacle(
      `The owner of the database lacks a right (${message}): it has to own the database and to have CREATEROLE · 数据库所有者权限不足`,
    );
  } finally {
    await client.end();
  }
}

/**
 * I28: an acknowledged write has to be on disk. Only the tests' throw-away database may say otherwise.
 * @param {string} appUrl
 */
export async function requireDurability(appUrl) {
  if (process.env.PORTAL_DURABILITY === "test") return;

  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'",
    );
    if (rows.length === 0) return;
    const names = rows.map((row) => row.name).join(", ");
    throw new Obstacle(
      `The database has ${names} off, so a confirmed write may be lost: turn it on · 数据库未启用 ${names}`,
    );
  } finally {
    await client.end();
  }
}

/**
 * Creates the database of the address where it is missing.
 * @param {string} ownerUrl
 */
async function connectAsOwner(ownerUrl) {
  try {
    return await connect(ownerUrl);
  } catch (error) {
    if (failureOf(error).code !== "3D000") throw new Obstacle(unreachable(ownerUrl, error));
  }
  try {
    const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
    const maintenance = await connect(withDatabase(ownerUrl, "postgres"));
    await maintenance.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`).finally(() => maintenance.end());
    return await connect(ownerUrl);
  } catch (error) {
    throw new Obstacle(unreachable(ownerUrl, error));
  }
}

/**
 * @param {string} address
 * @param {string} name
 */
export function withDatabase(address, name) {
  const url = new URL(address);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

/** @param {string} address */
async function connect(address) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** @type {(client: Client) => Promise<string>} */
async function requireVersion(client) {
  const { rows } = await client.query("SHOW server_version");
  const version = rows[0].server_version;
  if (Number.parseInt(version, 10) >= 15) return version;
  throw new Obstacle(
    `PostgreSQL 15 or newer is needed, DATABASE_URL leads to ${version} · 需要 PostgreSQL 15 或更新版本`,
  );
}

/**
 * The address without its password: the line may end up in a log.
 * @param {string} address
 * @param {unknown} error
 */
function unreachable(address, error) {
  const { hostname, port, pathname, username } = new URL(address);
  const place = `${decodeURIComponent(username)}@${hostname}:${port || 5432}${pathname}`;
  const { message, errors, code } = failureOf(error);
  const why = message || errors?.[0]?.message || code;
  return `The database ${place} cannot be opened (${why}): check DATABASE_URL, or leave it unset for the embedded one · 无法连接数据库`;
}

function givenAddress() {
  const address = process.env.DATABASE_URL;
  if (!address || (/^postgres(ql)?:\/\//.test(address) && URL.canParse(address))) return address;
  throw new Obstacle(
    "DATABASE_URL is no address: give postgresql://user:password@host:5432/database · DATABASE_URL 格式不正确",
  );
}

/** The last user takes the database down; the others go on undisturbed. */
function leaveEmbedded() {
  return withLock("cluster", async () => {
    forget();
    if (!others().some((user) => user.embedded)) await stopPostgres(cluster);
  });
}
