import pg from "pg";
import type { Header, Tally } from "../manifest";
import { listTables, speakPlainly, tallyOf } from "../tables";
import { describe } from "../take";
import { writeManifest } from "./manifest";
import { runTool, versionOf } from "./tools";

/** Fills a new folder with what pg_dump writes of one instant, and with the sums of that same instant. */
export async function takeDump(ownerUrl: string, folder: string): Promise<Header & { tables: Tally[] }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await speakPlainly(client);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const header = await describe(client);
    const { rows } = await client.query<{ snapshot: string }>("SELECT pg_export_snapshot() AS snapshot");
    const instant = `--snapshot=${rows[0]?.snapshot}`;
    await runTool("pg_dump", ownerUrl, ["--format=directory", `--file=${folder}`, instant]);

    const tables: Tally[] = [];
    for (const table of await listTables(client)) tables.push(await tallyOf(client, table));
    await writeManifest(folder, { ...header, dumpedBy: (await versionOf("pg_dump")) ?? "", tables });
    return { ...header, tables };
  } finally {
    await client.end();
  }
}
