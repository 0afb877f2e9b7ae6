/** Measures one operation after the other and prints the tables; `scripts/bench/bench.mjs` has started everything. */
import { db } from "@/lib/database/db";
import { keepResults } from "./keep";
import type { Operation, Result } from "./result";
import { crowd } from "./rows/crowd";
import { enrol } from "./rows/enrol";
import { exports } from "./rows/exports";
import { form } from "./rows/form";
import { fund } from "./rows/fund";
import { takeIn } from "./rows/import";
import { memory } from "./rows/memory";
import { rest } from "./rows/rest";
import { roll } from "./rows/roll";
import { roster } from "./rows/roster";
import { schedule } from "./rows/schedule";
import { search } from "./rows/search";
import { today } from "./rows/today";
import { trainees } from "./rows/trainees";
import { weight } from "./rows/weight";
import { setting } from "./setting";
import { owner } from "./statements";
import { printFacts, printResults } from "./table";
import { verdictOf } from "./verdict";

const pages = { roster, trainees, fund, today, schedule, roll, form };
// The last four fill the base with what the pages before them must not show.
const operations: Record<string, Operation> = {
  ...pages,
  search,
  rest,
  weight,
  memory,
  enrol,
  crowd,
  exports,
  import: takeIn,
};

await owner.connect();
await printFacts();
const results: Result[] = [];
let broken = 0;
for (const [name, measure] of Object.entries(operations)) {
  if (setting.only.length > 0 && !setting.only.includes(name)) continue;
  try {
    const found = await measure();
    printResults(found);
    results.push(...found);
  } catch (error) {
    // What cannot be measured is no missed goal, and keeps nothing else from being measured.
    broken++;
    console.error(`\n### ${name} could not be measured\n`, error);
  }
}
if (!setting.brief) keepResults(results);
console.log(`\n## Goals\n${verdictOf(results).join("\n")}`);
if (process.argv.includes("--json")) console.log(JSON.stringify(results));
await owner.end();
await db.$disconnect();
process.exitCode = broken > 0 ? 1 : 0;
