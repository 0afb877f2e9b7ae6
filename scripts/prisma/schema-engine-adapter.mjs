import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { poolConfig, withClient } from "./schema-engine-commands.mjs";

/** @import { SqlMigrationAwareDriverAdapterFactory, SqlQueryable } from "@prisma/driver-adapter-utils" */
/** @typedef {((...rest: unknown[]) => Promise<pg.QueryResult<object>>) & { hidesChars?: boolean }} Query */
/** @typedef {(error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void} OnConnect */
/** @typedef {(callback?: OnConnect) => Promise<pg.PoolClient>} Connect */

const oneByteChar = 18;
const text = 25;

/**
 * Prisma's adapter for PostgreSQL, mended where the schema engine needs more of it than the client does.
 * @param {string} url
 * @returns {SqlMigrationAwareDriverAdapterFactory}
 */
export function adapterFactory(url) {
  const { adapterName, provider } = new PrismaPg({});
  return {
    adapterName,
    provider,
    connect: () => open(url ? poolConfig(url) : {}),
    connectToShadowDb: () => openShadow(url),
  };
}

/** @param {string} url */
async function openShadow(url) {
  const name = pg.escapeIdentifier(`prisma_migrate_shadow_db_${crypto.randomUUID()}`);
  await withClient(url, undefined, (client) => client.query(`CREATE DATABASE ${name}`));
  const shadow = await open(poolConfig(url, name.slice(1, -1)));
  const dispose = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await dispose();
    await withClient(url, undefined, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return shadow;
}

/** @param {pg.PoolConfig} config */
async function open(config) {
  const adapter = await new PrismaPg(openPool(config), { disposeExternalPool: true }).connect();
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (...rest) => restoreTypes(await startTransaction(...rest));
  // Sent whole: the adapter's own way cuts at every semicolon, which breaks function bodies.
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
  return restoreTypes(adapter);
}

// The adapter cannot read the catalog's one-byte "char" type: it is shown as text to the adapter, then the column gets its
// true type back for the engine.
/** @type {WeakMap<object, number[]>} */
const charColumns = new WeakMap();

/** @param {pg.PoolConfig} config */
function openPool(config) {
  const pool = hideChars(new pg.Pool(config));
  const connect = /** @type {Connect} */ (pool.connect).bind(pool);
  /** @type {Connect} */
  const hiding = async (callback) => (callback ? connect(callback) : hideChars(await connect()));
  return Object.assign(pool, { connect: hiding });
}

/**
 * @template {pg.Pool | pg.PoolClient} T
 * @param {T} client
 * @returns {T}
 */
function hideChars(client) {
  const given = /** @type {Query} */ (client.query);
  if (given.hidesChars) return client;
  const query = given.bind(client);
  /** @param {unknown[]} rest */
  const hiding = async (...rest) => {
    const result = await query(...rest);
    const columns = (result?.fields ?? []).flatMap((field, i) => (field.dataTypeID === oneByteChar ? [i] : []));
    for (const field of result?.fields ?? []) if (field.dataTypeID === oneByteChar) field.dataTypeID = text;
    if (columns.length) charColumns.set(result.rows, columns);
    return result;
  };
  return Object.assign(client, { query: Object.assign(hiding, { hidesChars: true }) });
}

/**
 * @template {SqlQueryable} T
 * @param {T} queryable
 */
function restoreTypes(queryable) {
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const i of charColumns.get(result.rows) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}
