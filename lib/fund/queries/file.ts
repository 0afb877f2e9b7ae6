import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { inBatches } from "@/lib/database/long-read";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import { inOrder, meant, recordShape, recordsOf } from "@/lib/fund/queries/records";
import type { Ledger } from "@/lib/fund/rules/ledger";
import type { FundFilter } from "@/lib/fund/schema/filter";

/** The records of a ledger for a file, by the query of its page (I25), some at a time. */
export async function* eachRecord(ledger: Ledger, filter: FundFilter, projects: ProjectRow[], tx: Tx) {
  const told = inOrder(ledger, filter, projects);
  for await (const stored of inBatches(tx, recordsOf(ledger, filter, projects), recordShape))
    yield stored.map(told).filter((record) => record !== null);
}

const counted = z.tuple([z.object({ count: z.number() })]);

/** How many they are. What a search means is known only when each was read. */
export async function countRecords(
  ledger: Ledger,
  filter: FundFilter,
  projects: ProjectRow[],
  tx: Tx,
): Promise<number> {
  if (!filter.q)
    return counted.parse(await tx.$queryRaw`SELECT count(*)::int AS count ${meant(ledger, filter, projects)}`)[0].count;
  let count = 0;
  for await (const records of eachRecord(ledger, filter, projects, tx)) count += records.length;
  return count;
}
