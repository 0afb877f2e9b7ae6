import "server-only";
import { z } from "zod";
import { listClassrooms } from "@/lib/classroom/queries";
import { fits } from "@/lib/classroom/rules";
import { among } from "@/lib/database/among";
import { db, type Tx } from "@/lib/database/db";
import { listNeeds } from "@/lib/lesson/queries/fitting";
import { findLesson, totalPeriods } from "@/lib/lesson/queries/timetable";
import { chooseAlternatives, type Offer } from "@/lib/lesson/rules/alternatives";
import { findParameters } from "@/lib/setting/parameter";
import { inLessons } from "@/lib/trainee/rules/enrolment-states";
import { addDays, type Day, dateFromDay } from "@/lib/value/calendar";
import { listExceptions } from "@/lib/working-day/queries";
import { workedBy } from "@/lib/working-day/rules";
import type { LessonKind } from "@/prisma/generated/enums";

/** What somebody wants to book or move; `lessonId` is the lesson that is moved. */
export type WantedLesson = {
  lessonId?: string | undefined;
  title?: string;
  cohortIds: string[];
  /** Practice is offered only classrooms that have what its courses need. */
  kind?: LessonKind | undefined;
  classroomNumber: number | null;
  trainerId: string;
  day: Day;
  startsAt: string;
  endsAt: string;
  periods: number;
};

/** How far from the wanted day a way out is looked for. */
const reach = 28;

const taken = z.object({
  classroomNumber: z.number().nullable(),
  everywhere: z.boolean(),
  from: z.string(),
  to: z.string(),
});
const loadOfDay = z.object({ day: z.string().transform((text) => text as Day), periods: z.number() });
const frame = z.object({ heads: z.number(), from: z.string(), to: z.string() });

/** Lessons of the same cohorts that would stand too, though they are not booked yet. */
type Beside = { day: Day; startsAt: string; endsAt: string; periods: number; classroomNumber: number | null };

/** R36: up to three bookings near the wanted one that the database would take at this moment. */
export async function findAlternatives(
  wanted: WantedLesson,
  tx: Tx = db,
  beside: readonly Beside[] = [],
): Promise<Offer[]> {
  const { cohortIds, lessonId = null, trainerId, day } = wanted;
  const [{ heads, from, to }] = z.tuple([frame]).parse(
    await tx.$queryRaw`
    SELECT seats_needed(${cohortIds}::uuid[]) AS heads, greatest(max(starts_on), ${dateFromDay(addDays(day, -6))}::date)::text AS from,
      least(min(ends_on), ${dateFromDay(addDays(day, reach))}::date)::text AS to
    FROM cohorts WHERE id = ANY (${cohortIds}::uuid[])`,
  );
  const busy = z.array(taken).parse(
    await tx.$queryRaw`
    WITH people AS (SELECT trainee_id FROM enrolments WHERE cohort_id = ANY (${cohortIds}::uuid[]) AND state ${among(inLessons)})
    SELECT classroom_number AS "classroomNumber", day || ' ' || starts_at AS from, day || ' ' || ends_at AS to,
      trainer_id = ${trainerId}::uuid
        OR EXISTS (SELECT FROM lesson_cohorts lc WHERE lc.lesson_id = l.id AND lc.cohort_id = ANY (${cohortIds}::uuid[]))
        OR EXISTS (SELECT FROM trainee_lessons tl JOIN people USING (trainee_id) WHERE tl.lesson_id = l.id) AS everywhere
    FROM lessons l WHERE cancelled_at IS NULL AND day BETWEEN ${from}::date AND ${to}::date AND id IS DISTINCT FROM ${lessonId}::uuid
    UNION ALL
    SELECT classroom_number, to_char(starts_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'),
      to_char(ends_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), false
    FROM classroom_closures WHERE cancelled_at IS NULL AND ends_at > ${from}::date::timestamp AT TIME ZONE 'Asia/Shanghai'
    UNION ALL
    SELECT NULL, starts_on || ' 00:00', ends_on || ' 24:00', true FROM trainer_leaves WHERE trainer_id = ${trainerId}::uuid AND cancelled_at IS NULL`,
  );
  const loads = z.array(loadOfDay).parse(
    await tx.$queryRaw`
    SELECT day, max(periods)::int AS periods FROM (
      SELECT l.day::text AS day, sum(l.periods) AS periods FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
      WHERE lc.cohort_id = ANY (${cohortIds}::uuid[]) AND NOT lc.cancelled AND l.id IS DISTINCT FROM ${lessonId}::uuid
      GROUP BY lc.cohort_id, l.day) AS of_cohort GROUP BY day`,
  );
  const [rooms, parameters] = [await listClassrooms(tx), await findParameters(tx, day)];
  const isWorked = workedBy(await listExceptions(from as Day, to as Day, tx));

  const needs = wanted.kind ? await listNeeds(cohortIds, wanted.kind, tx) : [];
  const offered = rooms.filter((room) => room.number === wanted.classroomNumber || fits(room, needs));

  const also = beside.map(({ day: on, startsAt, endsAt, classroomNumber }) => ({
    ...{ classroomNumber, everywhere: true, from: `${on} ${startsAt}`, to: `${on} ${endsAt}` },
  }));
  const load = (on: Day) => [...loads, ...beside].reduce((total, one) => total + (one.day === on ? one.periods : 0), 0);
  const most = (on: Day) => parameters("periods_a_day_most") - load(on);
  const near = { ...wanted, heads, from: from as Day, to: to as Day };
  return chooseAlternatives(near, offered, [...busy, ...also], most, isWorked);
}

const obstacle = z.object({
  day: z.string().transform((text) => text as Day),
  outside: z.boolean(),
  closed: z.string().nullable(),
  onLeave: z.boolean(),
  holiday: z.string().nullable(),
  lesson: z
    .object({ id: z.string(), title: z.string(), startsAt: z.string(), endsAt: z.string(), cohorts: z.string() })
    .nullable(),
});

/** What stands in the way of the same lesson on several days, day by day; only the booking itself is sure. */
export async function listObstacles(wanted: Omit<WantedLesson, "day" | "periods" | "kind">, days: Day[]) {
  const { cohortIds, classroomNumber, trainerId, startsAt, endsAt } = wanted;
  const found = await db.$queryRaw`
    WITH people AS (SELECT trainee_id FROM enrolments WHERE cohort_id = ANY (${cohortIds}::uuid[]) AND state ${among(inLessons)}),
      asked AS (SELECT day, span(day, ${startsAt}, ${endsAt}) AS during FROM unnest(${days}::date[]) AS day)
    SELECT a.day::text, EXISTS (SELECT FROM cohorts WHERE id = ANY (${cohortIds}::uuid[]) AND a.day NOT BETWEEN starts_on AND ends_on) AS outside,
      (SELECT reason FROM classroom_closures WHERE classroom_number = ${classroomNumber}::int AND cancelled_at IS NULL AND tstzrange(starts_at, ends_at) && a.during LIMIT 1) AS closed,
      EXISTS (SELECT FROM trainer_leaves WHERE trainer_id = ${trainerId}::uuid AND cancelled_at IS NULL AND a.day BETWEEN starts_on AND ends_on) AS "onLeave",
      (SELECT name FROM calendar_days k WHERE k.day = a.day AND k.kind = 'HOLIDAY') AS holiday,
      (SELECT jsonb_build_object('id', l.id, 'title', l.title, 'startsAt', l.starts_at, 'endsAt', l.ends_at, 'cohorts',
          (SELECT coalesce(string_agg(c.number, '+' ORDER BY c.number), '') FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id WHERE lc.lesson_id = l.id))
        FROM lessons l WHERE l.cancelled_at IS NULL AND l.during && a.during AND (
          l.classroom_number = ${classroomNumber}::int OR l.trainer_id = ${trainerId}::uuid
          OR EXISTS (SELECT FROM lesson_cohorts lc WHERE lc.lesson_id = l.id AND lc.cohort_id = ANY (${cohortIds}::uuid[]))
          OR EXISTS (SELECT FROM trainee_lessons tl JOIN people USING (trainee_id) WHERE tl.lesson_id = l.id))
        ORDER BY l.starts_at LIMIT 1) AS lesson
    FROM asked a ORDER BY a.day`;
  return z.array(obstacle).parse(found);
}

export type Obstacle = Awaited<ReturnType<typeof listObstacles>>[number];

/** R41: the cohorts of a lesson that have more 课时 on its day than is easy. */
export async function listHeavyDays(lessonId: string) {
  const lesson = await findLesson(lessonId);
  if (!lesson || lesson.cancelledAt) return [];

  const much = (await findParameters(db, lesson.day))("periods_a_day_warning");
  const days = await Promise.all(
    lesson.cohorts.map(async ({ id, number }) => ({ number, much, periods: await totalPeriods(db, id, lesson.day) })),
  );
  return days.filter(({ periods }) => periods > much);
}
