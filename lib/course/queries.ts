import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { CourseListQuery } from "@/lib/course/schema";
import { db } from "@/lib/database/db";
import type { Question } from "@/lib/database/together";
import { findParameters } from "@/lib/setting/parameter";
import type { Day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { CourseState, CourseType } from "@/prisma/generated/enums";

const shown = {
  id: true,
  code: true,
  name: true,
  type: true,
  occupation: true,
  occupationCode: true,
  level: true,
  theoryPeriods: true,
  practicePeriods: true,
  minPeriods: true,
  planGraded: true,
  description: true,
  practiceKinds: true,
  practiceEquipment: true,
  covered: { select: { occupation: true, occupationCode: true, level: true }, orderBy: { occupation: "asc" } },
  state: true,
  isDemo: true,
  version: true,
  _count: { select: { cohorts: true } },
} as const satisfies Prisma.CourseSelect;

/** One course, or null. */
export const findCourse = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) return null;
  return db.course.findUnique({ where: { id }, select: shown });
});

export type CourseRecord = NonNullable<Awaited<ReturnType<typeof findCourse>>>;

/** One page of courses and how many there are in all. */
export async function listCourses({ q, type, state, sort, page, size }: CourseListQuery) {
  const where: Prisma.CourseWhereInput = {
    ...(type && { type }),
    ...(state && { state }),
    ...(q && {
      OR: ["code", "name", "occupation"].map((column) => ({ [column]: { contains: q, mode: "insensitive" } })),
    }),
  };
  const [total, courses] = await Promise.all([
    db.course.count({ where }),
    db.course.findMany({ where, orderBy: orderOf(sort), skip: (page - 1) * size, take: size, select: shown }),
  ]);
  return { total, courses };
}

function orderOf(sort: CourseListQuery["sort"]): Prisma.CourseOrderByWithRelationInput[] {
  const way = sort.startsWith("-") ? "desc" : "asc";
  const orders: Record<string, Prisma.CourseOrderByWithRelationInput[]> = {
    code: [{ code: way }],
    name: [{ name: way }, { code: "asc" }],
    periods: [{ theoryPeriods: way }, { practicePeriods: way }, { code: "asc" }],
    cohorts: [{ cohorts: { _count: way } }, { code: "asc" }],
  };
  return orders[sort.replace("-", "")] ?? [{ code: "asc" }];
}

/** What a cohort may be opened in, by name; the course it already has stays in the list. */
export async function listOpenCourses(kept?: string) {
  return db.course.findMany({
    where: { OR: [{ state: "OPEN" }, ...(kept ? [{ id: kept }] : [])] },
    orderBy: [{ type: "asc" }, { name: "asc" }],
    select: { id: true, code: true, name: true, type: true, theoryPeriods: true, practicePeriods: true },
  });
}

/** R43: the least share of theory and of practice, in percent. */
export async function findLeastShare(on: Day): Promise<number> {
  return (await findParameters(db, on))("least_share_percent");
}

/** Every course that has cohorts, by name, for a filter. */
export async function listCourseNames() {
  return db.course.findMany({
    where: { cohorts: { some: {} } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

const named = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  occupation: z.string().nullable(),
  type: z.enum(CourseType),
  state: z.enum(CourseState),
});

/** U06: all of them by what they are found by; so few that the box reads them and chooses. */
export const coursesToFind: Question<typeof named> = {
  asks: Prisma.sql`
    SELECT id, code, name, occupation, type, state FROM courses
    ORDER BY array_position(ARRAY['OPEN', 'DRAFT', 'ARCHIVED'], state::text), name, code`,
  shape: named,
};
