import fs from "node:fs";
import path from "node:path";
import { operate } from "../ops/operation.mjs";
import { whilePreparing } from "../postgres/database.mjs";
import { Obstacle } from "../process/obstacle.mjs";
import { dataFolder } from "../process/root.mjs";

/** @import { Client } from "pg" */
/** @import { Environment } from "../process/children.mjs" */
/** @typedef {{ role: string, username: string, name: string, password: string }} Account */
/** @typedef {{ accounts?: Account[], empty?: boolean }} Begun What the first start put in. */

const file = path.join(dataFolder, "first-start.json");

/**
 * What the first start put into this very database: `{ accounts }` of the demo data, or `{ empty: true }`.
 * @param {string} ownerUrl
 * @param {Environment} env
 * @param {{ empty: boolean }} wish
 * @returns {Promise<Begun & { detail: string }>}
 */
export function firstStart(ownerUrl, env, { empty }) {
  return whilePreparing(ownerUrl, async (client) => {
    /** @type {Record<string, Begun>} */
    const known = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
    const key = await identityOfDatabase(client);
    const before = known[key];
    if (before) return { ...before, detail: before.empty ? "none, as begun" : "written before" };

    /** @type {Begun} */
    const begun = empty ? { empty: true } : { accounts: await writeDemoData(env) };
    fs.writeFileSync(`${file}.new`, JSON.stringify({ ...known, [key]: begun }), { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
    return {
      ...begun,
      detail: empty ? "none" : begun.accounts?.length ? "written" : "the database was in use already",
    };
  });
}

/**
 * The accounts it made; none where the database has accounts already.
 * @param {Environment} env
 * @returns {Promise<Account[]>}
 */
export async function writeDemoData(env) {
  const { code, output } = await operate("seed-demo", [], env, { catchOutput: true });
  if (code !== 0)
    throw new Obstacle(`Writing the demo data failed (${code}), its own words stand above · 演示数据写入失败`);
  const last = output.trim().split("\n").at(-1);
  return last ? JSON.parse(last) : [];
}

/**
 * The server's own number and the database's: a dropped and newly made database is another one.
 * @param {Client} client
 * @returns {Promise<string>}
 */
async function identityOfDatabase(client) {
  const { rows } = await client.query(
    "SELECT (SELECT system_identifier FROM pg_control_system()) || '/' || oid AS key FROM pg_database WHERE datname = current_database()",
  );
  return rows[0].key;
}
