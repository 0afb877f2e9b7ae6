import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../postgres/database.mjs";
import { startPostgres, stopPostgres } from "../postgres/postgres.mjs";
import { run } from "../process/children.mjs";
import { onClose } from "../process/closing.mjs";
import { Obstacle } from "../process/obstacle.mjs";
import { dataFolder } from "../process/root.mjs";
import { step } from "../process/step.mjs";
import { fingerprint } from "../start/fingerprint.mjs";
import { newKey } from "../start/secrets.mjs";

/** @import { Client } from "pg" */
/** @import { AddressOf } from "../postgres/running.mjs" */
/** @import { Keys } from "../start/secrets.mjs" */

const cluster = "bench/pg";
const keep = path.join(dataFolder, "bench");

// Durable as in real use; what differs from the defaults are caches, and the count of statements.
const settings = {
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track_planning": "on",
  shared_buffers: "1GB",
  effective_cache_size: "4GB",
  max_wal_size: "4GB",
};

/** The bench's own database server, kept between runs with what it was filled with. */
export async function startBenchDatabase() {
  fs.mkdirSync(keep, { recursive: true });
  const { url } = await startPostgres(cluster, { settings });
  onClose(() => stopPostgres(cluster));
  const client = await open(url("postgres"));
  const { rows } = await client.query("SELECT pg_read_file('postmaster.pid') AS file").finally(() => client.end());
  return { ownerUrl: url, env: keys(), pid: Number.parseInt(rows[0].file, 10), keep };
}

/**
 * A fresh copy of the base of this size; it is filled once, and anew when its schema or its filling changed.
 * @param {AddressOf} ownerUrl
 * @param {Keys} env
 * @param {number} scale
 */
export async function copyFilled(ownerUrl, env, scale) {
  const name = `filled_${String(scale).replace(".", "_")}_${fingerprint(["prisma/migrations", "prisma/laws", "prisma/seed", "scripts/bench/fill", "scripts/bench/fill.ts"])}`;
  const client = await open(ownerUrl("postgres"));
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await step(`fill ${scale} × 50,000 people`, () => fill(client, ownerUrl, env, scale, name));
    await client.query("DROP DATABASE IF EXISTS bench WITH (FORCE)");
    await step("copy", () =>
      client.query(`CREATE DATABASE bench TEMPLATE ${name} STRATEGY FILE_COPY`).then(() => undefined),
    );
    await client.query("CHECKPOINT");
  } finally {
    await client.end();
  }
  const { appUrl } = await prepareDatabase(ownerUrl("bench"), env.PORTAL_DATA_KEY);
  return appUrl;
}

/**
 * @param {Client} client
 * @param {AddressOf} ownerUrl
 * @param {Keys} env
 * @param {number} scale
 * @param {string} name
 */
async function fill(client, ownerUrl, env, scale, name) {
  await client.query("DROP DATABASE IF EXISTS filling WITH (FORCE)");
  const { appUrl } = await prepareDatabase(ownerUrl("filling"), env.PORTAL_DATA_KEY);
  const { code } = await run(["--conditions=react-server", "--import", "tsx", "scripts/bench/fill.ts"], {
    env: { ...env, DATABASE_URL: appUrl, BENCH_OWNER_URL: ownerUrl("filling"), BENCH_SCALE: String(scale) },
  });
  if (code !== 0) throw new Obstacle(`Filling the bench's database failed (${code}), its own words stand above`);
  const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE $1", [
    `${name.slice(0, -16)}%`,
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname}`);
  await client.query(`ALTER DATABASE filling RENAME TO ${name}`);
}

/**
 * The keys the kept databases were written with.
 * @returns {Keys & { NEXTAUTH_URL: string }}
 */
function keys() {
  const file = path.join(keep, "keys.json");
  if (!fs.existsSync(file))
    fs.writeFileSync(file, JSON.stringify({ NEXTAUTH_SECRET: newKey(), PORTAL_DATA_KEY: newKey() }), { mode: 0o600 });
  return { ...JSON.parse(fs.readFileSync(file, "utf8")), NEXTAUTH_URL: "http://127.0.0.1" };
}

/** @param {string} connectionString */
async function open(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
