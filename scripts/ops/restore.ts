/** Restores a backup: FILE --check into a database thrown away afterwards, FILE --into URL|portal to keep; without both it is only read. */
import { parseArgs } from "node:util";
import { keyCheck } from "@/lib/base/commands";
import { isDump, readManifest } from "../backup/dump/manifest";
import { readBackup } from "../backup/read";
import { type Restored, restoreInto, tryRestore } from "../backup/restore";
import { tallying } from "../backup/tables";
import { sentenceOf } from "../process/obstacle.mjs";

const { values, positionals } = parseArgs({
  options: {
    check: { type: "boolean" },
    into: { type: "string" },
    json: { type: "boolean" },
    help: { type: "boolean" },
  },
  allowPositionals: true,
});
const [file] = positionals;
const own = process.env.DATABASE_OWNER_URL ?? "";

if (values.help || !file || (values.check && values.into)) {
  console.log("npm run ops -- restore FILE [--check | --into URL | --into portal] [--json]");
  if (!values.help) process.exitCode = 2;
} else
  await restore(file).catch((error) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  });

async function restore(from: string) {
  const { into } = values;
  const restored = values.check
    ? await tryRestore(own, from)
    : into
      ? await restoreInto(into === "portal" ? own : into, from)
      : await (isDump(from) ? readDump(from) : read(from));
  const isWhole = restored.tables.every((table) => table.restored) && Object.keys(restored.wrong).length === 0;
  const key = restored.key === null || restored.key === keyCheck();
  if (values.json) console.log(JSON.stringify({ whole: isWhole, keyIsHere: key, ...restored }));
  else print(restored, isWhole, key);
  if (!isWhole) process.exitCode = 1;
}

/** Whether the file holds what its own last line says; no database is asked. */
async function read(from: string): Promise<Restored> {
  const found = new Map<string, string>();
  let begun: Pick<Restored, "takenAt" | "server" | "key" | "migrations"> | undefined;
  const { tables } = await readBackup(from, {
    async begin(header) {
      begun = header;
    },
    async table({ table }, rows) {
      const { note, total } = tallying(table);
      for await (const bytes of rows) note(bytes);
      const held = total();
      found.set(held.table, held.sha256);
    },
  });
  if (!begun) throw new Error("the backup has no beginning");
  const compared = tables.map((tally) => ({ ...tally, restored: found.get(tally.table) === tally.sha256 }));
  return { ...begun, tables: compared, applied: [], wrong: {} };
}

/** Whether every file of the folder is as its manifest says. */
async function readDump(from: string): Promise<Restored> {
  const { files, dumpedBy, tables, ...begun } = await readManifest(from);
  return { ...begun, tables: tables.map((tally) => ({ ...tally, restored: true })), applied: [], wrong: {} };
}

function print({ tables, applied, wrong, takenAt, key }: Restored, isWhole: boolean, keyIsHere: boolean) {
  for (const { table, rows, restored } of tables)
    console.log(`${restored ? "✓" : "✗"} ${table.padEnd(24)}${String(rows).padStart(9)}`);
  for (const name of applied) console.log(`  migration ${name} applied`);
  for (const [view, total] of Object.entries(wrong)) console.log(`✗ check ${view}: ${total}`);
  if (!keyIsHere)
    console.log(
      `! The sealed fields need the PORTAL_DATA_KEY of the mark ${key}; the key here is another · 数据密钥不符`,
    );
  console.log(`${isWhole ? "✓" : "✗"} ${verdict(isWhole)} · as of ${takenAt}`);
}

function verdict(isWhole: boolean): string {
  if (!isWhole) return "not what was taken · 备份不可用";
  if (values.check) return "restored, compared and thrown away: every table and every check holds · 备份可以恢复";
  if (values.into) return "restored and compared: every table and every check holds · 已恢复";
  return "the file is whole; --check restores it for a try, --into URL to keep · 文件完整，未写入";
}
