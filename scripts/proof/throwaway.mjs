// The tests' own database server: a folder `.data/test-<process>` of its own, fast and unsafe, gone at the end. A portal that
// runs in the same checkout notices nothing of it.
import fs from "node:fs";
import path from "node:path";
import { prepareDatabase, withDatabase } from "../postgres/database.mjs";
import { removeCluster, startPostgres, stopPostgres } from "../postgres/postgres.mjs";
import { onClose } from "../process/closing.mjs";
import { isAlive } from "../process/identity.mjs";
import { dataFolder } from "../process/root.mjs";
import { endOrphans, record } from "../process/running.mjs";
import { newKey } from "../start/secrets.mjs";

/** @import { AddressOf } from "../postgres/running.mjs" */
/** @import { Keys } from "../start/secrets.mjs" */
/** @typedef {{ ownerUrl: string, appUrl: string, env: Keys & Record<string, string> }} Prepared */

const name = `test-${process.pid}`;
const [fast, durable] = ["pg", "durable"];
const template = "template_portal";
export const reports = path.join(dataFolder, name);

/** @type {Promise<Prepared> | undefined} */
let prepared;

/** A migrated template to copy from: `{ ownerUrl, appUrl, env }`, made at the first need. */
export function throwawayDatabase() {
  prepared ??= prepareThrowaway();
  return prepared;
}

/** Folder for reports, and the traces of killed test runs removed. */
export async function makeRoom() {
  record({ test: true });
  await endOrphans((_server, entry) => entry.test);
  for (const left of fs.existsSync(dataFolder) ? fs.readdirSync(dataFolder) : []) {
    const pid = Number(/^test-(\d+)$/.exec(left)?.[1]);
    if (!pid || (pid !== process.pid && isAlive({ pid, mark: null }))) continue;
    await remove(left);
  }
  fs.mkdirSync(reports, { recursive: true });
  onClose(() => fs.rmSync(reports, { recursive: true, force: true }));
}

/**
 * The addresses of a copy of the template under another name.
 * @param {string} database
 */
export async function copyTemplate(database) {
  const { ownerUrl, appUrl } = await throwawayDatabase();
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: withDatabase(ownerUrl, "postgres") });
  await client.connect();
  await client
    .query(`CREATE DATABASE ${database} TEMPLATE ${template} STRATEGY FILE_COPY`)
    .then(() => client.query(`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`))
    .finally(() => client.end());
  return { ownerUrl: withDatabase(ownerUrl, database), appUrl: withDatabase(appUrl, database) };
}

/** A server of its own that keeps what it confirmed, for the tests that kill it: `{ cluster, ownerUrl, appUrl, env }`. */
export async function durableDatabase() {
  const cluster = `${name}/${durable}`;
  const url = await startOurs(cluster, {});
  const ownerUrl = url("portal");
  const keys = { NEXTAUTH_SECRET: newKey(), PORTAL_DATA_KEY: newKey() };
  const { appUrl } = await prepareDatabase(ownerUrl, keys.PORTAL_DATA_KEY);
  return { cluster, ownerUrl, appUrl, env: { ...keys, NEXTAUTH_URL: "http://127.0.0.1" } };
}

/**
 * @param {string} cluster
 * @param {{ throwaway?: boolean, maxConnections?: number }} options
 * @returns {Promise<AddressOf>}
 */
async function startOurs(cluster, options) {
  const starting = startPostgres(cluster, options);
  onClose(() => starting.catch(() => {}).then(() => remove(name)));
  return (await starting).url;
}

/** @returns {Promise<Prepared>} */
async function prepareThrowaway() {
  const url = await startOurs(`${name}/${fast}`, { throwaway: true, maxConnections: 300 });
  const ownerUrl = url(template);
  const keys = { NEXTAUTH_SECRET: newKey(), PORTAL_DATA_KEY: newKey() };
  const { appUrl } = await prepareDatabase(ownerUrl, keys.PORTAL_DATA_KEY);
  return {
    ownerUrl,
    appUrl,
    env: { ...keys, PORTAL_DURABILITY: "test", PORTAL_PROXIES: "127.0.0.1", NEXTAUTH_URL: "http://127.0.0.1" },
  };
}

/** @param {string} folder */
async function remove(folder) {
  for (const cluster of [fast, durable].map((which) => `${folder}/${which}`)) {
    await stopPostgres(cluster);
    removeCluster(cluster);
  }
  fs.rmSync(path.join(dataFolder, folder), { recursive: true, force: true });
}
