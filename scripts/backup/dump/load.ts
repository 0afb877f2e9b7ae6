import type { Client } from "pg";
import { migrationsAsThen } from "../../postgres/migrate.mjs";
import { Obstacle } from "../../process/obstacle.mjs";
import { type Loaded, requireUnused } from "../load";
import { speakPlainly } from "../tables";
import { againstRestore } from "./choose";
import { emptyDatabase } from "./empty";
import { readManifest } from "./manifest";
import { runTool, versionOf } from "./tools";

/**
 * Has pg_restore put back everything in one transaction: tables, laws of then and rows. Owners, rights and the mark of the laws are left
 * out, so that this release applies its own.
 */
export async function loadDump(client: Client, ownerUrl: string, folder: string): Promise<Loaded> {
  const { files, dumpedBy, ...taken } = await readManifest(folder);
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  const here = { server: rows[0]?.server_version ?? "", restore: await versionOf("pg_restore") };
  const against = againstRestore({ by: dumpedBy, from: taken.server }, here);
  if (against) throw new Obstacle(`${folder} cannot be restored: ${against} · 无法恢复此备份`);

  await requireUnused(client);
  migrationsAsThen(taken.migrations);
  await emptyDatabase(client);
  const leftOut = ["--no-owner", "--no-privileges", "--no-comments"];
  await runTool("pg_restore", ownerUrl, ["--single-transaction", ...leftOut, folder]);
  await speakPlainly(client);
  return { ...taken, keep: async () => {}, undo: () => emptyDatabase(client) };
}
