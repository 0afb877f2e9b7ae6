import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { poolConfig, withClient } from "./schema-engine-commands.mjs";

const oneByteChar = 18;
const text = 25;

/** Prisma's adapter for PostgreSQL, mended where the schema engine needs more of it than the client does. */
export function adapterFactory(url) {
  const { adapterName, provider } = new PrismaPg({});
  return {
    adapterName,
    provider,
    connect: () => open(url ? poolConfig(url) : {}),
    connectToShadowDb: () => openShadow(url),
  };
}

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

async function open(config) {
  const adapter = await new PrismaPg(new Pool(config), { disposeExternalPool: true }).connect();
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
const charColumns = new WeakMap();

class Pool extends pg.Pool {
  constructor(config) {
    super(config);
    hideChars(this);
  }

  async connect(...rest) {
    return rest.length ? super.connect(...rest) : hideChars(await super.connect());
  }
}

function hideChars(client) {
  if (client.query.hidesChars) return client;
  const query = client.query.bind(client);
  client.query = async (...rest) => {
    const result = await query(...rest);
    const columns = (result?.fields ?? []).flatMap((field, i) => (field.dataTypeID === oneByteChar ? [i] : []));
    for (const i of columns) result.fields[i].dataTypeID = text;
    if (columns.length) charColumns.set(result.rows, columns);
    return result;
  };
  client.query.hidesChars = true;
  return client;
}

function restoreTypes(queryable) {
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const i of charColumns.get(result.rows) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}
