// Applies prisma/migrations/*/migration.sql in order under an advisory lock and records them in Prisma's own table with
// checksums, so that `prisma migrate` would read the same history. The running product needs no Prisma command.
import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { failureOf, Obstacle } from "../process/obstacle.mjs";
import { handOver } from "./hand-over.mjs";

/** @import { Client } from "pg" */
/** @typedef {{ name: string, checksum: string }} Applied */
/** @typedef {Applied & { sql: string }} Migration */

const folder = "prisma/migrations";
const prismasLock = 72707369;
const history = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/**
 * Brings the database of this connection up to date, or to where a backup was taken; the names of what was applied come back.
 * @param {Client} client
 * @param {{ only?: Applied[] }} options
 */
export async function migrate(client, { only } = {}) {
  const wanted = only ? migrationsAsThen(only) : migrationFiles();
  await client.query("SELECT pg_advisory_lock($1)", [prismasLock]);
  try {
    await client.query("SET client_min_messages = warning");
    await client.query(history);
    const known = await knownMigrations(client);
    refuseNewer(known, only ?? wanted);

    /** @type {string[]} */
    const applied = [];
    for (const migration of wanted) {
      const { name, checksum } = migration;
      if (known.has(name) && known.get(name) !== checksum) {
        throw new Obstacle(
          `Migration ${name} was changed after it was applied: restore the file, and put the change into a new one`,
        );
      }
      if (known.has(name)) continue;
      await apply(client, migration);
      applied.push(name);
    }
    await handOver(client);
    return applied;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [prismasLock]);
  }
}

/**
 * A release never works on a database of a later one: it would put its own laws over those of today.
 * @param {Map<string, string>} known
 * @param {Applied[]} release
 */
function refuseNewer(known, release) {
  const names = new Set(release.map(({ name }) => name));
  const newer = [...known.keys()].filter((name) => !names.has(name)).sort();
  if (newer.length === 0) return;
  throw new Obstacle(
    `The database belongs to a later release (${newer[0]}): start that release, or restore a backup of this one · 数据库来自更新的版本`,
  );
}

/** @type {(client: Client) => Promise<Map<string, string>>} */
async function knownMigrations(client) {
  const { rows } = await client.query(
    "SELECT migration_name AS name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const failed = rows.find((row) => !row.finished_at);
  if (failed) {
    throw new Obstacle(
      `Migration ${failed.name} was begun before and not finished: put in order what it left, then delete its line from _prisma_migrations`,
    );
  }
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

/** @returns {Migration[]} */
function migrationFiles() {
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, "migration.sql") }))
    .filter(({ file }) => fs.existsSync(file))
    .map(({ name, file }) => {
      const sql = fs.readFileSync(file, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * The same files as then: a later release has them all, an earlier one does not.
 * @param {Applied[]} only
 */
export function migrationsAsThen(only) {
  const files = new Map(migrationFiles().map((file) => [file.name, file]));
  return only.map(({ name, checksum }) => {
    const file = files.get(name);
    if (file?.checksum === checksum) return file;
    throw new Obstacle(
      `Migration ${name} of the backup is not in this release as it was: take the release the backup was made with, or a newer one · 备份来自更新的版本`,
    );
  });
}

/**
 * The file is sent whole, so it runs as one transaction together with its line in the history: all of it or nothing.
 * @param {Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksum }) {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const { code, message, position } = failureOf(error);
    if (code === "42501") throw error;
    throw new Obstacle(`Migration ${name}: ${message}${position ? ` (at character ${position})` : ""}`);
  }
}
