import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { type Question, told } from "@/lib/database/together";
import { dayOfInstant } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** R5: the wish to merge these two, whichever is to be kept; null when there is none. */
export async function findOpenMerge(oneId: string, otherId: string) {
  const both = [oneId, otherId];
  const wish = await db.traineeMerge.findFirst({
    where: { approved: null, keptId: { in: both }, mergedId: { in: both } },
    select: { id: true, keptId: true, mergedId: true, reason: true, proposedById: true, proposedAt: true },
  });
  if (!wish) return null;
  const names = await namesOf([wish.proposedById]);
  return { ...wish, proposer: names.get(wish.proposedById) ?? "", proposedOn: dayOfInstant(wish.proposedAt) };
}

/** I28: the merges this row took part in that stand, the first first: which rows, when, why, and both who signed. */
export async function listMergesOf(traineeId: string) {
  const found = await db.traineeMerge.findMany({
    where: { approved: true, OR: [{ keptId: traineeId }, { mergedId: traineeId }] },
    orderBy: { decidedAt: "asc" },
    select: {
      id: true,
      reason: true,
      proposedById: true,
      decidedById: true,
      decidedAt: true,
      kept: { select: { id: true, name: true } },
      merged: { select: { id: true, name: true } },
    },
  });
  const names = await namesOf(found.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById ?? ""]));
  return found.map(({ proposedById, decidedById, decidedAt, ...merge }) => ({
    ...merge,
    decidedOn: decidedAt ? dayOfInstant(decidedAt) : "",
    proposer: names.get(proposedById) ?? "",
    director: names.get(decidedById ?? "") ?? "",
  }));
}

const outlookRow = z.object({
  year: z.number(),
  before: z.number(),
  outside: z.number(),
  atBase: z.boolean(),
  away: z.boolean(),
});

/** What a merge does to the 人数 of each year in which both count: one fewer, at the base and off it apart. */
export async function listYearsOfBoth(oneId: string, otherId: string) {
  return rows(
    db,
    outlookRow,
    Prisma.sql`
      SELECT h.year, h.heads AS before, h.outside, count(*) FILTER (WHERE y.at_base) = 2 AS at_base,
        count(*) FILTER (WHERE NOT y.at_base) = 2 AS away
      FROM trainee_years y JOIN headcounts h ON h.year = y.year
      WHERE y.trainee_id IN (${oneId}::uuid, ${otherId}::uuid) GROUP BY h.year ORDER BY h.year`,
  );
}

const certificateRow = z.object({ traineeId: z.string(), number: z.string() });

/** The certificates in force of each of the two. */
export async function listCertificatesOfBoth(oneId: string, otherId: string) {
  return rows(
    db,
    certificateRow,
    Prisma.sql`
      SELECT e.trainee_id, k.number FROM enrolments e JOIN certificates k ON k.enrolment_id = e.id AND k.voided_on IS NULL
      WHERE e.trainee_id IN (${oneId}::uuid, ${otherId}::uuid) ORDER BY k.number`,
  );
}

const wish = z.object({
  id: z.string(),
  proposedOn: told.day,
  reason: z.string(),
  kept: z.object({ id: z.string(), name: z.string() }),
  merged: z.object({ id: z.string(), name: z.string() }),
});

/** The merges that wait for this approver, the oldest first: the question, for a page that asks others with it. */
export const openMerges = (approverId: string): Question<typeof wish> => ({
  asks: Prisma.sql`
    SELECT m.id, (m.proposed_at AT TIME ZONE 'Asia/Shanghai')::date AS proposed_on, m.reason,
      json_build_object('id', k.id, 'name', k.name) AS kept, json_build_object('id', t.id, 'name', t.name) AS merged
    FROM trainee_merges m JOIN trainees k ON k.id = m.kept_id JOIN trainees t ON t.id = m.merged_id
    WHERE m.approved IS NULL AND m.proposed_by_id <> ${approverId}::uuid ORDER BY m.proposed_at, m.id`,
  shape: wish,
});

export type MergeWish = z.output<typeof wish>;

async function namesOf(ids: string[]) {
  const found = await db.account.findMany({
    where: { id: { in: ids.filter(Boolean) } },
    select: { id: true, name: true },
  });
  return new Map(found.map(({ id, name }) => [id, name]));
}
