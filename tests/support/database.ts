import pg from "pg";

/** The database of this test file: as its owner, who may break what the portal may not. */
export const ownerUrl = () => addressIn("TEST_OWNER_URL");

/** The same database as the portal signs in to it, with the grants of its group and nothing more. */
export const appUrl = () => addressIn("TEST_APP_URL");

/** One statement past the portal's own code, as psql would send it. */
export async function sql<Row extends pg.QueryResultRow = pg.QueryResultRow>(
  as: "owner" | "app",
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: as === "owner" ? ownerUrl() : appUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withDatabase(address: string, name: string) {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

function addressIn(name: string) {
  const address = process.env[name];
  if (!address) throw new Error(`${name} is not set: run npm run test:integration or npm run test:e2e`);
  return address;
}
