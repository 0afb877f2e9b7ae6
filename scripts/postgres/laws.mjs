// Puts prisma/laws, today's functions, triggers, views and rights, in the place of whatever stands in the database: docs/sql.md.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { failureOf, Obstacle } from "../process/obstacle.mjs";
import { ensureGroup } from "./app-role.mjs";
import { clearLaws, tryFunctions } from "./clear-laws.mjs";
import { handOver } from "./hand-over.mjs";

/** @import { Client } from "pg" */
/** @typedef {{ name: string, sql: string }} Law */

/**
 * Applies all laws in one transaction when they, or the migrations below them, are others than the last time; tells whether it did. For
 * a database at its newest migration, in `whilePreparing`.
 * @param {Client} client
 * @param {string} folder
 */
export async function applyLaws(client, folder = "prisma/laws") {
  const laws = lawFiles(folder);
  const mark = await markOf(client, laws);
  if ((await standingMark(client)) === mark) return false;

  for (let tries = 1; ; tries++) {
    try {
      await replaceAll(client, laws, mark);
      return true;
    } catch (error) {
      // A portal that runs may hold one table and wait for another.
      if (failureOf(error).code !== "40P01" || tries === 5) throw error;
    }
  }
}

/**
 * @param {Client} client
 * @param {Law[]} laws
 * @param {string} mark
 */
async function replaceAll(client, laws, mark) {
  await client.query("BEGIN");
  try {
    // Bodies are looked at when all are there, so that a file may call what a later one defines.
    await client.query(
      "SET LOCAL search_path = public; SET LOCAL client_min_messages = warning; SET LOCAL check_function_bodies = off",
    );
    await ensureGroup(client);
    await client.query(clearLaws);
    for (const law of laws) await apply(client, law);
    await client.query(`SET LOCAL check_function_bodies = on; ${tryFunctions}`);
    await handOver(client);
    await client.query(`COMMENT ON SCHEMA checks IS '${mark}'`);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/**
 * In the order they are applied: views rest on functions, and checks on both, so their folders come last.
 * @param {string} folder
 * @returns {Law[]}
 */
export function lawFiles(folder = "prisma/laws") {
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".sql"));
  const inOrder = names.map((name) => name.replaceAll("\\", "/")).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return inOrder.map((name) => ({ name, sql: fs.readFileSync(path.join(folder, name), "utf8") }));
}

/** @param {string} name */
const rank = (name) => ["views/", "checks/"].findIndex((folder) => name.startsWith(folder));

/**
 * One text for these laws over these migrations: a migration may have replaced a function of theirs.
 * @param {Client} client
 * @param {Law[]} laws
 */
async function markOf(client, laws) {
  const { rows } = await client.query("SELECT checksum FROM _prisma_migrations ORDER BY migration_name");
  const hash = createHash("sha256");
  for (const { name, sql } of laws) hash.update(`\0${name}\0${sql}`);
  for (const { checksum } of rows) hash.update(`\0${checksum}`);
  return `laws ${hash.digest("hex")}`;
}

/**
 * Kept as a comment, which only the owner writes and which goes where the functions go: into a copy of the database, not into a backup
 * of its rows.
 * @type {(client: Client) => Promise<string | null>}
 */
async function standingMark(client) {
  const { rows } = await client.query("SELECT obj_description('checks'::regnamespace, 'pg_namespace') AS mark");
  return rows[0].mark;
}

/**
 * @param {Client} client
 * @param {Law} law
 */
async function apply(client, { name, sql }) {
  try {
    await client.query(sql);
  } catch (error) {
    const { code, message, position } = failureOf(error);
    if (code === "42501" || code === "40P01") throw error;
    const line = position ? `:${sql.slice(0, Number(position)).split("\n").length}` : "";
    throw new Obstacle(`Law ${name}${line}: ${message}`);
  }
}
