import pg from "pg";
import { appUrl } from "@/tests/support/database";

/** One desk has done something and not committed it yet; what another does meanwhile: did it wait, and what was it told. */
export async function meanwhile(first: string, second: string): Promise<{ waited: boolean; heard: string }> {
  const [one, other, watcher] = await Promise.all([connected(), connected(), connected()]);
  await one.query(`BEGIN; ${first}`);

  let heard = "";
  const acting = other.query(second).then(
    () => {
      heard = "taken";
    },
    (error: Error) => {
      heard = error.message;
    },
  );
  const waited = await isBlocked(watcher, other, () => heard !== "");
  await one.query("COMMIT");
  await acting;

  await Promise.all([one, other, watcher].map((client) => client.end()));
  return { waited, heard };
}

type Client = pg.Client & { processID?: number };

async function connected(): Promise<Client> {
  const client = new pg.Client({ connectionString: appUrl() });
  await client.connect();
  return client;
}

/** Asks until the one waits for a lock, or has come through. */
async function isBlocked(watcher: Client, { processID }: Client, isThrough: () => boolean): Promise<boolean> {
  while (!isThrough()) {
    const { rows } = await watcher.query("SELECT cardinality(pg_blocking_pids($1)) > 0 AS waits", [processID]);
    if (rows[0].waits) return true;
  }
  return false;
}
