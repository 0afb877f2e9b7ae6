import "server-only";
import { among } from "@/lib/database/among";
import { present } from "@/lib/trainee/rules/enrolment-states";
import type { TraineeFilter } from "@/lib/trainee/schema";
import { Prisma } from "@/prisma/generated/client";

/** The people `t` a list is asked for, without the rows merged into others; `found` are those a search led to. */
export function meant(filter: TraineeFilter, found: string[] | undefined): Prisma.Sql {
  const { township, category, poor, trained, heldAt, cohort, state } = filter;
  const conditions = [
    Prisma.sql`t.merged_into_id IS NULL`,
    found && Prisma.sql`t.id = ANY (${found}::uuid[])`,
    township && livesIn(township),
    category && Prisma.sql`(t.category = ${category} OR ${category} = ANY (t.other_categories))`,
    poor && Prisma.sql`t.registered_poor = ${poor === "yes"}`,
    (trained || heldAt) && placeIn(trained, heldAt),
    (cohort || (state && state !== "NONE")) && nowIn(cohort, state),
    state === "NONE" && Prisma.sql`NOT EXISTS (SELECT FROM enrolments e WHERE ${isNow})`,
  ].filter((one): one is Prisma.Sql => Boolean(one));
  return Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** A township that has ended counts as the one that follows it. */
const livesIn = (township: string): Prisma.Sql => Prisma.sql`t.village_code IN (
  SELECT v.code FROM villages v JOIN townships s ON s.code = v.township_code WHERE s.code = ${township} OR s.successor_code = ${township})`;

/** Whoever holds or used a place (R21, R26) in a cohort of a year, at the base or elsewhere: the people behind the figure 参训人数. */
function placeIn(year: number | undefined, heldAt: TraineeFilter["heldAt"]): Prisma.Sql {
  const inYear = year ? Prisma.sql`AND y.year = ${year}::int` : Prisma.empty;
  const held = heldAt ? Prisma.sql`AND y.at_base = ${heldAt === "BASE"}` : Prisma.empty;
  return Prisma.sql`EXISTS (SELECT FROM trainee_years y WHERE y.trainee_id = t.id ${inYear} ${held})`;
}

const isNow = Prisma.sql`e.trainee_id = t.id AND e.state ${among(present)}`;

function nowIn(cohortId: string | undefined, state: TraineeFilter["state"]): Prisma.Sql {
  const asked = present.filter((one) => one === state);
  const inState = asked.length > 0 ? Prisma.sql`AND e.state ${among(asked)}` : Prisma.empty;
  const inCohort = cohortId ? Prisma.sql`AND e.cohort_id = ${cohortId}::uuid` : Prisma.empty;
  return Prisma.sql`EXISTS (SELECT FROM enrolments e WHERE ${isNow} ${inState} ${inCohort})`;
}
