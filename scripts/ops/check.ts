/** Asks every check of the database and prints what it found, and versions below their floors; ends with 1 when a check is not empty. */
import { parseArgs } from "node:util";
import { listChecks } from "@/lib/check/queries";
import { db } from "@/lib/database/db";
import { belowFloors, runningVersions } from "../start/floors.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean" }, help: { type: "boolean" } } });

if (values.help) console.log("npm run ops -- check [--json]");
else await check();
await db.$disconnect();

async function check() {
  const checks = await listChecks();
  const { DATABASE_VERSION: PostgreSQL = "", DATABASE_EMBEDDED } = process.env;
  const below = belowFloors({ ...runningVersions(), PostgreSQL, isEmbedded: DATABASE_EMBEDDED === "1" });
  if (values.json) console.log(JSON.stringify(checks));
  else {
    for (const { name, total, rows } of checks) print(name, total, rows);
    for (const line of below) console.log(`! ${line}`);
  }
  if (checks.length === 0 || checks.some(({ total }) => total > 0)) process.exitCode = 1;
}

function print(name: string, total: number, rows: unknown[]) {
  console.log(`${total === 0 ? "✓" : "✗"} ${name.padEnd(24)}${total}`);
  for (const row of rows) console.log(`    ${JSON.stringify(row)}`);
}
