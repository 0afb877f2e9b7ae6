/** Seals the audit, verifies its chain, or prints the anchor that is kept elsewhere: audit seal | verify [--anchor FILE] | anchor. */
import fs from "node:fs";
import { parseArgs } from "node:util";
import { listBlocks, listBrokenBlocks, listRowsPastAudit } from "@/lib/audit/queries/chain";
import { sealAudit } from "@/lib/audit/record";
import { db } from "@/lib/database/db";

const { values, positionals } = parseArgs({
  options: { anchor: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean" } },
  allowPositionals: true,
});
const works: Record<string, () => Promise<void>> = { seal, verify, anchor };
const work = works[positionals[0] ?? ""];

if (values.help || !work) {
  console.log("npm run ops -- audit seal | verify [--anchor FILE] [--json] | anchor");
  if (!values.help) process.exitCode = 2;
} else await work();
await db.$disconnect();

async function seal() {
  const blocks = await sealAudit();
  for (const { number, log, entries, hash } of blocks) console.log(`sealed ${number} ${log} ${entries} ${hash}`);
  if (blocks.length === 0) console.log("nothing to seal");
}

/** One line for today: day, number, rows so far, hash. Appended to a file on another machine it shows a chain that was written anew. */
async function anchor() {
  await sealAudit();
  const blocks = await listBlocks();
  const last = blocks.at(-1);
  const rows = blocks.reduce((sum, { entries }) => sum + entries, 0);
  if (last) console.log(`${new Date().toISOString().slice(0, 10)} ${last.number} ${rows} ${last.hash}`);
}

async function verify() {
  const [blocks, broken, astray] = [await listBlocks(), await listBrokenBlocks(), await listRowsPastAudit()];
  const known = new Map(blocks.map(({ number, hash }) => [String(number), hash]));
  const lost = anchors().filter(({ number, hash }) => known.get(number) !== hash);
  const wrong = [
    ...broken.map(({ number, wrong }) => (number === null ? wrong : `block ${number}: ${wrong}`)),
    ...astray.map(({ relation, key, wrong }) => `${relation} ${key ?? ""}: ${wrong}`),
    ...lost.map(({ day, number }) => `block ${number}: not what the anchor of ${day} says`),
  ];
  if (values.json) console.log(JSON.stringify({ blocks: blocks.length, wrong }));
  else {
    for (const line of wrong) console.log(`✗ ${line}`);
    if (wrong.length === 0)
      console.log(`✓ ${blocks.length} blocks, every sealed line is what it was, and every row is as it was last noted`);
  }
  if (wrong.length > 0) process.exitCode = 1;
}

function anchors() {
  if (!values.anchor) return [];
  return fs
    .readFileSync(values.anchor, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [day = "", number = "", , hash = ""] = line.trim().split(/\s+/);
      return { day, number, hash };
    });
}
