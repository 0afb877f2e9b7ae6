import "server-only";
import { z } from "zod";
import type { CohortListQuery } from "@/lib/cohort/schema";
import { among } from "@/lib/database/among";
import { db } from "@/lib/database/db";
import { type Question, together } from "@/lib/database/together";
import { present } from "@/lib/trainee/rules/enrolment-states";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";
import { Prisma } from "@/prisma/generated/client";

const ofYear = z.object({ year: z.number() });
const named = z.object({ id: z.string(), number: z.string(), title: z.string() });

/** One page of cohorts, and of all of them how many there are and what they hold: the sums behind 人次 and 计划人次. */
export async function listCohorts({ sort, page, size, ...filter }: CohortListQuery) {
  const where = whereOf(filter);
  const [sums, cohorts] = await Promise.all([
    db.cohort.aggregate({ where, _count: true, _sum: { seats: true, confirmed: true } }),
    db.cohort.findMany({
      where,
      orderBy: orderOf(sort),
      skip: (page - 1) * size,
      take: size,
      select: {
        id: true,
        number: true,
        title: true,
        startsOn: true,
        endsOn: true,
        atBase: true,
        place: true,
        seats: true,
        confirmed: true,
        state: true,
        course: { select: { id: true, name: true } },
        _count: { select: { enrolments: { where: { state: "WAITLISTED" } } } },
      },
    }),
  ]);
  const held = sums._sum.confirmed ?? 0;
  return {
    total: sums._count,
    held,
    free: (sums._sum.seats ?? 0) - held,
    cohorts: cohorts.map(({ _count, startsOn, endsOn, ...cohort }) => ({
      ...cohort,
      startsOn: dayFromDate(startsOn),
      endsOn: dayFromDate(endsOn),
      waiting: _count.enrolments,
    })),
  };
}

export type CohortRow = Awaited<ReturnType<typeof listCohorts>>["cohorts"][number];

function whereOf({
  q,
  year,
  state,
  course,
  heldAt,
}: Omit<CohortListQuery, "sort" | "page" | "size">): Prisma.CohortWhereInput {
  return {
    ...(q && {
      OR: [
        { number: { contains: q, mode: "insensitive" } },
        { title: { contains: q, mode: "insensitive" } },
        { course: { is: { name: { contains: q, mode: "insensitive" } } } },
        { approvalDocumentNo: { contains: q, mode: "insensitive" } },
      ],
    }),
    ...(year && { startsOn: { gte: dateFromDay(firstDay(year)), lte: dateFromDay(lastDay(year)) } }),
    ...(state && { state }),
    ...(course && { courseId: course }),
    ...(heldAt && { atBase: heldAt === "BASE" }),
  };
}

function orderOf(sort: CohortListQuery["sort"]): Prisma.CohortOrderByWithRelationInput[] {
  const way = sort.startsWith("-") ? "desc" : "asc";
  const columns = {
    number: "number",
    title: "title",
    start: "startsOn",
    confirmed: "confirmed",
    state: "state",
  } as const;
  const column = columns[sort.replace("-", "") as keyof typeof columns];
  return [{ [column]: way }, { number: way }];
}

/** The years in which cohorts start, the latest first: one look for each, whatever their number. */
export const cohortYears: Question<typeof ofYear> = {
  asks: Prisma.sql`
    SELECT year FROM (SELECT min(starts_on) AS first, max(starts_on) AS last FROM cohorts) AS span,
      generate_series(extract(year FROM first)::int, extract(year FROM last)::int) AS year
    WHERE EXISTS (SELECT FROM cohorts WHERE starts_on >= make_date(year, 1, 1) AND starts_on < make_date(year + 1, 1, 1))
    ORDER BY year DESC`,
  shape: ofYear,
};

export const listCohortYears = async (): Promise<number[]> =>
  (await together(db, { found: cohortYears })).found.map(({ year }) => year);

/** Cohorts that have people in them, or waiting for them, now; the first to start first. */
export const cohortsNow: Question<typeof named> = {
  asks: Prisma.sql`
    SELECT id, number, title FROM cohorts WHERE id IN (SELECT cohort_id FROM enrolments WHERE state ${among(present)})
    ORDER BY starts_on, number LIMIT 200`,
  shape: named,
};
