/** Measures one operation after the other and prints the table; `scripts/bench/bench.mjs` has started everything. */
import { db } from "@/lib/database/db";
import { keepResults } from "./keep";
import type { Operation, Result } from "./result";
import { dashboards } from "./rows/dashboards";
import { enrol } from "./rows/enrol";
import { exports } from "./rows/exports";
import { memory } from "./rows/memory";
import { roster } from "./rows/roster";
import { search } from "./rows/search";
import { weight } from "./rows/weight";
import { setting } from "./setting";
import { owner } from "./statements";
import { printFacts, printResults } from "./table";

// The last two fill the base with what the pages before them must not show.
const operations: Record<string, Operation> = { roster, search, dashboards, weight, memory, enrol, exports };

await owner.connect();
await printFacts();
const results: Result[] = [];
for (const [name, measure] of Object.entries(operations)) {
  if (setting.only.length > 0 && !setting.only.includes(name)) continue;
  const found = await measure();
  printResults(found);
  results.push(...found);
}
keepResults(results);
if (process.argv.includes("--json")) console.log(JSON.stringify(results));
await owner.end();
await db.$disconnect();
