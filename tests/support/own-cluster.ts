import { rmSync } from "node:fs";
import path from "node:path";
import { removeCluster, startPostgres, stopPostgres } from "@/scripts/postgres/postgres.mjs";
import { dataFolder } from "@/scripts/process/root.mjs";

const folder = `test-${process.pid}`;
/** Where the next test run looks for what a killed one has left. */
export const cluster = `${folder}/pg`;

/** A database server of a test's own, in which the numbers of transactions begin anew; its addresses by database. */
export async function ownCluster({ durable = false } = {}): Promise<(database: string) => string> {
  return (await startPostgres(cluster, { throwaway: !durable, maxConnections: 100 })).url;
}

export async function endOwnCluster(): Promise<void> {
  await stopPostgres(cluster);
  removeCluster(cluster);
  rmSync(path.join(dataFolder, folder), { recursive: true, force: true });
}
