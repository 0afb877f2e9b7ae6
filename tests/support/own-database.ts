// Runs before each integration test file is loaded, so before `lib/db` reads DATABASE_URL: a copy of the migrated template,
// dropped at the end. Files run side by side without seeing each other's rows.
import pg from "pg";
import { afterAll } from "vitest";
import { appUrl, ownerUrl, withDatabase } from "./database";

const template = new URL(ownerUrl()).pathname.slice(1);
const name = `own_${process.env.VITEST_POOL_ID}_${crypto.randomUUID().slice(0, 8)}`;
const maintenance = withDatabase(ownerUrl(), "postgres");

await copyTemplate();
process.env.TEST_OWNER_URL = withDatabase(ownerUrl(), name);
process.env.TEST_APP_URL = withDatabase(appUrl(), name);
process.env.DATABASE_URL = appUrl();

afterAll(async () => {
  const { db } = await import("@/lib/database/db");
  // Prisma ends no pool that it has not begun with: a file may have asked past it only.
  await db.$connect();
  await db.$disconnect();
  await atServer(`DROP DATABASE ${name} WITH (FORCE)`);
  // Without isolation between files the next one starts from here again.
  process.env.TEST_OWNER_URL = withDatabase(maintenance, template);
  process.env.TEST_APP_URL = withDatabase(appUrl(), template);
});

async function copyTemplate() {
  for (let tries = 1; ; tries++) {
    try {
      await atServer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
      // A copy has none of the rights on the database itself.
      return await atServer(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
    } catch (error) {
      // The server's own housekeeping may be looking into the template at this moment.
      if (tries === 10 || !(error instanceof pg.DatabaseError) || error.code !== "55006") throw error;
    }
  }
}

async function atServer(statement: string) {
  const client = new pg.Client({ connectionString: maintenance });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
