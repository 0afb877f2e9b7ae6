/** Takes a backup of the running portal: --to FILE writes it, without it everything is read and nothing written. */
import fs from "node:fs";
import path from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { againstDump } from "../backup/dump/choose";
import { bytesIn } from "../backup/dump/manifest";
import { takeDump } from "../backup/dump/take";
import { toolsHere } from "../backup/dump/tools";
import type { Header, Tally } from "../backup/manifest";
import { takeBackup } from "../backup/take";
import { sentenceOf } from "../process/obstacle.mjs";

type Taken = Header & { tables: Tally[] };

const own = process.env.DATABASE_OWNER_URL ?? "";
const { values } = parseArgs({
  options: { to: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean" } },
});

if (values.help)
  console.log("npm run ops -- backup [--to FILE.sql.gz | --to FOLDER] [--json]: a folder where pg_dump writes it");
else
  await backup().catch((error) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  });

async function backup() {
  if (values.to && fs.existsSync(values.to)) {
    console.error(`${values.to} is there already: a backup writes over nothing · 文件已存在`);
    process.exitCode = 2;
    return;
  }
  const { DATABASE_VERSION: server = "", DATABASE_EMBEDDED: embedded } = process.env;
  const against = againstDump({ server, ...(await toolsHere()) }, Boolean(embedded));
  const by = values.to && !against ? "pg_dump" : "portal";
  const taken = values.to ? await write(values.to, by) : await take(nowhere());
  const bytes = values.to ? (by === "pg_dump" ? bytesIn(values.to) : fs.statSync(values.to).size) : undefined;
  if (values.json) console.log(JSON.stringify({ file: values.to, bytes, by, ...taken }));
  else print(taken, bytes, against ? `by the portal itself: ${against}` : "by pg_dump, as a folder");
}

/** File or folder take their name when they are whole and on the disk. */
async function write(to: string, by: "pg_dump" | "portal"): Promise<Taken> {
  const unfinished = `${to}.new`;
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.rmSync(unfinished, { recursive: true, force: true });
  try {
    const taken =
      by === "pg_dump"
        ? await takeDump(own, unfinished)
        : await take(fs.createWriteStream(unfinished, { mode: 0o600, flush: true }));
    fs.renameSync(unfinished, to);
    return taken;
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

async function take(to: Writable): Promise<Taken> {
  let taken: Taken | undefined;
  const pieces = async function* () {
    taken = yield* takeBackup(own);
  };
  await pipeline(pieces, createGzip(), to);
  if (!taken) throw new Error("the backup ended before its end");
  return taken;
}

function nowhere() {
  return new Writable({ write: (_bytes, _encoding, done) => done() });
}

function print({ tables, takenAt, key, migrations }: Taken, bytes: number | undefined, written: string) {
  for (const { table, rows, sha256 } of tables)
    console.log(`  ${table.padEnd(24)}${String(rows).padStart(9)}  ${sha256}`);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`\n  ${rows} rows of ${tables.length} tables as of ${takenAt}, after ${migrations.length} migrations`);
  console.log(
    `  The sealed fields open with the PORTAL_DATA_KEY of the mark ${key}, which is not in it: keep it elsewhere`,
  );
  if (bytes) console.log(`  Written ${written}`);
  console.log(
    bytes
      ? `✓ ${values.to}, ${bytes} bytes · 备份完成`
      : "Nothing was written: --to FILE writes it · 未写入，使用 --to 指定文件",
  );
}
