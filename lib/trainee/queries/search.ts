import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { brief, told } from "@/lib/trainee/queries/brief";
import { hashLastFour } from "@/lib/trainee/queries/numbers";
import { searchPrefix } from "@/lib/trainee/rules/search-prefix";

/** U06: the first people a name, a reading, initials or the last four of a number lead to. */
export async function searchTrainees(q: string, limit = 10) {
  return findTrainees((await listIdsFound(db, q, limit)).ids);
}

/** The same of people who are known by id, in that order. */
export async function findTrainees(ids: string[]) {
  const rows = await db.trainee.findMany({ where: { id: { in: ids } }, select: brief });
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)).map(told);
}

export type TraineeHit = Awaited<ReturnType<typeof searchTrainees>>[number];

const row = z.object({ trainee_id: z.string() });

/** A range of prefix keys, cut off before anything is joined: one character among a million people takes no longer than among a hundred. */
export async function listIdsFound(tx: Tx, q: string, limit: number): Promise<{ ids: string[]; more: boolean }> {
  const found = new Set<string>();
  let cut = false;
  // A person stands under several keys of a prefix, so a few more are read than are asked for.
  const most = limit * 3;
  for (const prefix of searchPrefix(q, hashLastFour)) {
    const rows = await tx.$queryRaw`
      SELECT trainee_id FROM trainee_search_keys
      WHERE key >= ${prefix} AND key < ${`${prefix}\u{10FFFF}`} ORDER BY key LIMIT ${most}::int`;
    const read = z.array(row).parse(rows);
    for (const { trainee_id } of read) found.add(trainee_id);
    cut ||= read.length === most;
  }
  return { ids: [...found].slice(0, limit), more: cut || found.size > limit };
}
