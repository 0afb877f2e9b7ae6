import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

const inForce = (on: Day) => ({
  validFrom: { lte: dateFromDay(on) },
  OR: [{ validTo: null }, { validTo: { gte: dateFromDay(on) } }],
});

const township = z.object({ code: z.string(), name: z.string(), pinyin: z.string() });

/** The townships in force on a day: the question itself, for a page that asks others with it. */
export const townshipsOn = (on: Day): Question<typeof township> => ({
  asks: Prisma.sql`
    SELECT code, name, pinyin FROM townships
    WHERE valid_from <= ${dateFromDay(on)}::date AND (valid_to IS NULL OR valid_to >= ${dateFromDay(on)}::date) ORDER BY code`,
  shape: township,
});

/** They alone; asked once a request. */
export const listTownships = cache(async (on: Day) => (await together(db, { found: townshipsOn(on) })).found);

/** The villages and residents' committees in force on a day, each in its township. */
export const listVillages = cache(async (on: Day) =>
  db.village.findMany({
    where: { ...inForce(on), township: inForce(on) },
    orderBy: { code: "asc" },
    select: { code: true, name: true, township: { select: { code: true, name: true, pinyin: true } } },
  }),
);

export type Village = Awaited<ReturnType<typeof listVillages>>[number];

/** The villages a few letters lead to: by village or township, as written or in pinyin and its initials. */
export async function searchVillages(on: Day, q: string, limit = 12): Promise<Village[]> {
  const asked = q.trim().toLowerCase();
  if (!asked) return [];
  const { match } = await import("pinyin-pro");
  const reads = (name: string) => name.includes(asked) || match(name, asked, { continuous: true })?.[0] === 0;
  const villages = await listVillages(on);
  return villages.filter(({ name, township }) => reads(name) || reads(township.name)).slice(0, limit);
}

/** Every township there ever was, with its span of time, its successor and its villages. */
export async function listDivisions() {
  const townships = await db.township.findMany({
    orderBy: { code: "asc" },
    select: {
      code: true,
      name: true,
      pinyin: true,
      validFrom: true,
      validTo: true,
      successor: { select: { name: true } },
      villages: {
        orderBy: { code: "asc" },
        select: { code: true, name: true, validFrom: true, validTo: true },
      },
    },
  });
  return townships.map(({ successor, villages, ...township }) => ({
    ...township,
    ...spanOf(township),
    successor: successor?.name ?? null,
    villages: villages.map((village) => ({ ...village, ...spanOf(village) })),
  }));
}

const spanOf = ({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }) => ({
  validFrom: dayFromDate(validFrom),
  validTo: validTo && dayFromDate(validTo),
});

const named = z.object({
  code: z.string(),
  name: z.string(),
  township: z.string().nullable(),
  validTo: told.day.nullable(),
});

/** U06: every township and village there ever was, those of today first; so few that the box reads them and chooses. */
export const placesToFind: Question<typeof named> = {
  asks: Prisma.sql`
    SELECT code, name, NULL::text AS township, valid_to FROM townships
    UNION ALL
    SELECT v.code, v.name, s.name, least(v.valid_to, s.valid_to) FROM villages v JOIN townships s ON s.code = v.township_code
    ORDER BY valid_to DESC NULLS FIRST, code`,
  shape: named,
};

const called = z.object({ township: z.string(), village: z.string(), from: told.day, to: told.day.nullable() });

/**
 * What the place of a village was called from when to when: its township, what became of that, and the villages of the same name in the
 * townships that became it. The question itself, for a page that asks others with it.
 */
export const placeNames = (villageCode: Prisma.Sql): Question<typeof called> => ({
  asks: Prisma.sql`
    WITH RECURSIVE home AS (
      SELECT v.name AS village, t.code, t.name, t.valid_from, t.valid_to, t.successor_code
      FROM villages v JOIN townships t ON t.code = v.township_code WHERE v.code = ${villageCode}
    ), later AS (
      SELECT * FROM home UNION
      SELECT l.village, t.code, t.name, t.valid_from, t.valid_to, t.successor_code
      FROM later l JOIN townships t ON t.code = l.successor_code
    ), earlier AS (
      SELECT * FROM home UNION
      SELECT v.name, t.code, t.name, t.valid_from, t.valid_to, t.successor_code
      FROM earlier e JOIN townships t ON t.successor_code = e.code JOIN villages v ON v.township_code = t.code AND v.name = e.village
    )
    SELECT name AS township, village, valid_from AS "from", valid_to AS "to" FROM (SELECT * FROM later UNION SELECT * FROM earlier) AS known
    ORDER BY valid_from`,
  shape: called,
});
