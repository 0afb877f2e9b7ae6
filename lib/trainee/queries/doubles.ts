import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { findTrainees } from "@/lib/trainee/queries/search";
import { Prisma } from "@/prisma/generated/client";

export const doublesAPage = 20;

const pair = z.object({
  oneId: z.string(),
  otherId: z.string(),
  samePhone: z.boolean(),
  isOpen: z.boolean(),
  total: z.number(),
});

/** R5: two rows that may be one person, those nobody has told apart yet; the likeliest share a name and a birth date. */
export async function listDoubles(page: number) {
  const found = await rows(
    db,
    pair,
    Prisma.sql`
      WITH pairs AS (
        ${alike(Prisma.sql`o.name = t.name AND o.birth_date = t.birth_date`)}
        UNION ${alike(Prisma.sql`o.name = t.name AND o.village_code = t.village_code`)}
        UNION ${alike(Prisma.sql`o.name = t.name AND o.phone_hash = t.phone_hash`)}
        UNION ${alike(Prisma.sql`o.birth_date = t.birth_date AND o.village_code = t.village_code AND names_are_close(o.name, t.name)`)}
      )
      SELECT p.one AS one_id, p.other AS other_id, coalesce(t.phone_hash = o.phone_hash, false) AS same_phone,
        EXISTS (SELECT FROM trainee_merges m WHERE ${ofPair} AND m.approved IS NULL) AS is_open, count(*) OVER ()::int AS total
      FROM pairs p JOIN trainees t ON t.id = p.one JOIN trainees o ON o.id = p.other
      WHERE NOT EXISTS (SELECT FROM trainee_merges m WHERE ${ofPair} AND m.approved IS FALSE)
      ORDER BY t.birth_date = o.birth_date DESC, t.sort_name, p.one, p.other
      LIMIT ${doublesAPage}::int OFFSET ${(page - 1) * doublesAPage}::int`,
  );
  const people = await findTrainees([...new Set(found.flatMap(({ oneId, otherId }) => [oneId, otherId]))]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  return {
    total: found[0]?.total ?? 0,
    doubles: found.flatMap(({ oneId, otherId, samePhone, isOpen }) => {
      const [one, other] = [personOf.get(oneId), personOf.get(otherId)];
      return one && other ? [{ one, other, samePhone, isOpen }] : [];
    }),
  };
}

export type Double = Awaited<ReturnType<typeof listDoubles>>["doubles"][number];

const alike = (how: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT t.id AS one, o.id AS other FROM trainees t JOIN trainees o ON ${how} AND t.id < o.id
  WHERE t.merged_into_id IS NULL AND o.merged_into_id IS NULL`;

const ofPair = Prisma.sql`((m.kept_id = p.one AND m.merged_id = p.other) OR (m.kept_id = p.other AND m.merged_id = p.one))`;
