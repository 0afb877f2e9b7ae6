import "server-only";
import { z } from "zod";
import { begun } from "@/lib/cohort/rules/states";
import { standingColumns, standingJoins } from "@/lib/completion/queries/standing";
import { type Counted, countable } from "@/lib/completion/schema";
import { among } from "@/lib/database/among";
import type { Tx } from "@/lib/database/db";
import * as states from "@/lib/trainee/rules/enrolment-states";
import type { Locale } from "@/lib/wording/locale";
import { Prisma } from "@/prisma/generated/client";

/** Whom a tally is about: one cohort, or the cohorts that began in a year (R25), approved and on their way. */
export type Scope = { cohortId: string } | { year: number };

export const within = (scope: Scope) =>
  "cohortId" in scope
    ? Prisma.sql`c.id = ${scope.cohortId}::uuid`
    : Prisma.sql`c.starts_on >= make_date(${scope.year}::int, 1, 1) AND c.starts_on < make_date(${scope.year}::int + 1, 1, 1) AND c.state ${among(begun)}`;

/** Everybody who applied, with what counts of him; 人次 is who was trained (R21, R26), 人数 each person once. */
export const participants = (scope: Scope) => Prisma.sql`
  WITH participants AS (
    SELECT e.id AS enrolment_id, e.cohort_id, c.at_base, coalesce(t.merged_into_id, t.id) AS trainee_id, e.state, t.sex, t.ethnicity, t.registered_poor, v.township_code, s.name AS township,
      width_bucket(extract(year FROM age(c.starts_on, t.birth_date))::int, ARRAY[30, 40, 50]) AS band,
      e.state ${among(states.trained)} AS trained,
      EXISTS (SELECT FROM certificates k WHERE k.enrolment_id = e.id AND k.voided_on IS NULL) AS certified, ${standingColumns}
    FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id JOIN trainees t ON t.id = e.trainee_id JOIN villages v ON v.code = t.village_code
    JOIN townships s ON s.code = v.township_code ${standingJoins}
    WHERE ${within(scope)})`;

const [trained, completed] = [Prisma.sql`trained`, Prisma.sql`state = 'COMPLETED'`];

/** Whom each count counts; the list behind a count asks the same (U04). */
export const countedOf: Record<Counted, Prisma.Sql> = {
  enrolled: Prisma.sql`trainee_id IS NOT NULL`,
  personTimes: trained,
  headcount: trained,
  completed,
  completedHeads: completed,
  notCompleted: Prisma.sql`state = 'NOT_COMPLETED'`,
  dropped: Prisma.sql`state = 'DROPPED'`,
  madeUp: Prisma.sql`"makeUpOn" IS NOT NULL`,
};

/** 人数: each person once, however often he was enrolled. */
const countsHeads = (of: Counted) => of === "headcount" || of === "completedHeads";

const counts = Prisma.join(
  countable.map((of) => {
    const what = countsHeads(of) ? Prisma.sql`DISTINCT trainee_id` : Prisma.sql`*`;
    return Prisma.sql`(count(${what}) FILTER (WHERE ${countedOf[of]}))::int AS ${Prisma.raw(`"${of}"`)}`;
  }),
);

const measures = Prisma.sql`
  ${counts}, count(*) FILTER (WHERE certified)::int AS certified,
  coalesce(sum(attended) FILTER (WHERE trained), 0)::int AS attended,
  coalesce(sum(scheduled) FILTER (WHERE trained AND attended IS NOT NULL), 0)::int AS scheduled,
  coalesce(sum(coalesce("makeUpTheory", "examTheory")), 0)::int AS theory, count(coalesce("makeUpTheory", "examTheory"))::int AS theories,
  coalesce(sum(coalesce("makeUpPractice", "examPractice")), 0)::int AS practice, count(coalesce("makeUpPractice", "examPractice"))::int AS practices`;

const tally = {
  enrolled: z.number(),
  personTimes: z.number(),
  headcount: z.number(),
  completed: z.number(),
  completedHeads: z.number(),
  notCompleted: z.number(),
  dropped: z.number(),
  madeUp: z.number(),
  certified: z.number(),
  attended: z.number(),
  scheduled: z.number(),
  theory: z.number(),
  theories: z.number(),
  practice: z.number(),
  practices: z.number(),
};
const tallyObject = z.object(tally);

/** Counts of people, sums of 课时 and of tenths of points, each with how many it is the sum of. */
export type Tally = z.output<typeof tallyObject>;

const groupRow = z.object({
  kind: z.enum(["ALL", "SEX", "ETHNICITY", "POOR", "AGE", "TOWNSHIP"]),
  key: z.string(),
  name: z.string(),
  ...tally,
});

/** 班期结业报告: a cohort as a whole, then by sex, ethnicity, poverty, age on the first day, township. */
export async function listGroupTallies(tx: Tx, scope: Scope, locale: Locale) {
  const words = locale === "en" ? Prisma.sql`i.en` : Prisma.sql`i.zh`;
  const rows = await tx.$queryRaw`
    ${participants(scope)}
    SELECT g.kind, g.key, coalesce(${words}, g.name) AS name, ${measures}
    FROM (VALUES (NULL)) AS whole LEFT JOIN participants p ON true
    CROSS JOIN LATERAL (VALUES (1, 'ALL', '', ''), (2, 'SEX', p.sex::text, ''), (3, 'ETHNICITY', p.ethnicity, p.ethnicity),
      (4, 'POOR', p.registered_poor::text, ''), (5, 'AGE', p.band::text, ''), (6, 'TOWNSHIP', p.township_code, p.township)) AS g (place, kind, key, name)
    LEFT JOIN code_items i ON g.kind = 'ETHNICITY' AND i.kind = 'ETHNICITY' AND i.code = g.key
    WHERE g.place = 1 OR p.cohort_id IS NOT NULL
    GROUP BY g.place, g.kind, g.key, g.name, ${words} ORDER BY g.place, g.key`;
  return z.array(groupRow).parse(rows);
}

export type GroupTally = Awaited<ReturnType<typeof listGroupTallies>>[number];

const cohortRow = z.object({ cohortId: z.string().nullable(), atBase: z.boolean().nullable(), ...tally });

/** 年度结业报告: each cohort of the year, those at the base and off it apart (R27), and all together. */
export async function tallyYear(tx: Tx, year: number) {
  const rows = await tx.$queryRaw`
    ${participants({ year })}
    SELECT cohort_id AS "cohortId", at_base AS "atBase", ${measures}
    FROM participants GROUP BY GROUPING SETS ((cohort_id), (at_base), ())`;
  const tallies = z.array(cohortRow).parse(rows);
  return {
    ofCohort: new Map(tallies.flatMap((one) => (one.cohortId ? [[one.cohortId, one] as const] : []))),
    atBase: tallies.find(({ atBase }) => atBase === true) ?? nobody,
    outside: tallies.find(({ atBase }) => atBase === false) ?? nobody,
    all: tallies.find(({ cohortId, atBase }) => cohortId === null && atBase === null) ?? nobody,
  };
}

export const nobody = Object.fromEntries(Object.keys(tally).map((name) => [name, 0])) as Tally;
