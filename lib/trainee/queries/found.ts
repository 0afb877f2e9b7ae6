import "server-only";
import { z } from "zod";
import { type Question, told } from "@/lib/database/together";
import { hashLastFour, lastFourOf } from "@/lib/trainee/queries/numbers";
import { searchPrefix } from "@/lib/trainee/rules/search-prefix";
import { yearOf } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { Sex } from "@/prisma/generated/enums";

/** What tells one person from another, with how many were found. */
const row = z
  .object({
    id: z.string(),
    name: z.string(),
    sex: z.enum(Sex),
    birthDate: told.day,
    idNumberSealed: z.string(),
    township: z.string(),
    village: z.string(),
    total: z.number(),
  })
  .transform(({ birthDate, idNumberSealed, ...person }) => ({
    ...person,
    birthYear: yearOf(birthDate),
    lastFour: lastFourOf({ ...person, idNumberSealed }),
  }));

type Limits = { shown: number; mostCounted: number };

/** U06: the first people a few words lead to, or those who are known by id, as a question among others. */
export const traineesFound = (asked: string | string[], limits: Limits): Question<typeof row> => ({
  asks: Prisma.sql`
    SELECT t.id, t.name, t.sex, t.birth_date, t.id_number_sealed, s.name AS township, v.name AS village, shown.total
    FROM (${typeof asked === "string" ? byKey(asked, limits) : byId(asked)}) AS shown
    JOIN trainees t ON t.id = shown.trainee_id
    JOIN villages v ON v.code = t.village_code JOIN townships s ON s.code = v.township_code
    ORDER BY shown.key, t.id`,
  shape: row,
});

/**
 * A range of keys cut off before anything is joined; how many are read stands in the text, so that the planner knows they are few. A
 * person stands under several keys: where the range was cut nobody knows how many people it holds, and it counts as more than are counted.
 */
function byKey(q: string, { shown, mostCounted }: Limits): Prisma.Sql {
  const prefixes = searchPrefix(q, hashLastFour);
  const mostRead = Prisma.raw(`${3 * mostCounted}`);
  return Prisma.sql`
    SELECT trainee_id, min(key) AS key,
      CASE WHEN max(max(of_prefix)) OVER () = ${mostRead} THEN ${Prisma.raw(`${mostCounted + 1}`)} ELSE count(*) OVER () END AS total
    FROM unnest(${prefixes}::text[], ${prefixes.map((prefix) => `${prefix}\u{10FFFF}`)}::text[]) AS asked (first, behind)
    CROSS JOIN LATERAL (
      SELECT key, trainee_id, count(*) OVER () AS of_prefix
      FROM (SELECT key, trainee_id FROM trainee_search_keys WHERE key >= asked.first AND key < asked.behind
        ORDER BY key LIMIT ${mostRead}) AS read) AS k
    GROUP BY trainee_id ORDER BY min(key), trainee_id LIMIT ${Prisma.raw(`${shown}`)}`;
}

const byId = (ids: string[]): Prisma.Sql => Prisma.sql`
  SELECT id AS trainee_id, ''::text AS key, count(*) OVER () AS total FROM unnest(${ids}::uuid[]) AS id`;
