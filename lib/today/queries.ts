import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { among } from "@/lib/database/among";
import { db } from "@/lib/database/db";
import { overStates } from "@/lib/lesson/rules/booking";
import { inLessons, present } from "@/lib/trainee/rules/enrolment-states";
import { addDays, type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { listExceptions } from "@/lib/working-day/queries";
import { type Exception, filingDeadline } from "@/lib/working-day/rules";
import { Prisma } from "@/prisma/generated/client";
import { CohortState } from "@/prisma/generated/enums";

const heads = z
  .array(z.object({ headcount: z.number(), repeated: z.number(), outside: z.number(), approved: z.number() }))
  .length(1);

/** R24: the persons behind a year's 人次, each counted once; those trained off the base stand apart (R27). */
export async function findHeadcount(year: number) {
  const rows = await db.$queryRaw`
    WITH places AS (
      SELECT e.trainee_id, c.at_base, count(*) AS times FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
      WHERE e.state = ANY (states_with_place()) AND c.starts_on >= make_date(${year}::int, 1, 1) AND c.starts_on < make_date(${year}::int + 1, 1, 1)
      GROUP BY e.trainee_id, c.at_base
    )
    SELECT count(*) FILTER (WHERE at_base)::int AS headcount, count(*) FILTER (WHERE at_base AND times > 1)::int AS repeated,
      count(*) FILTER (WHERE NOT at_base)::int AS outside,
      (SELECT count(*)::int FROM cohorts WHERE at_base AND state = 'APPROVED'
        AND starts_on >= make_date(${year}::int, 1, 1) AND starts_on < make_date(${year}::int + 1, 1, 1)) AS approved
    FROM places`;
  return (heads.parse(rows) as [z.output<typeof heads>[number]])[0];
}

const row = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(CohortState),
  starts_on: z.date(),
  ends_on: z.date(),
  seats: z.number(),
  confirmed: z.number(),
  state_reason: z.string().nullable(),
  created_by_id: z.string(),
  submitted_by_id: z.string().nullable(),
  closing_proposed_by_id: z.string().nullable(),
  closing_return_reason: z.string().nullable(),
  applied: z.number(),
  exceptions: z.number(),
  transfers: z.number(),
  unfinished: z.number(),
  absent: z.number(),
  certificates: z.number(),
  outdated: z.number(),
  training_days: z.array(z.date().transform(dayFromDate)),
  lessons_today: z.number(),
  first_today: z.string().nullable(),
  filing_days: z.number(),
});

/** R52: valid certificates whose person is called otherwise now, or has another number, and that nobody asked to void. */
const outdatedCertificates = Prisma.sql`
  SELECT x.cohort_id, count(*) AS outdated FROM certificates x JOIN enrolments e ON e.id = x.enrolment_id JOIN trainees t ON t.id = e.trainee_id
  WHERE x.voided_on IS NULL AND (x.name, x.id_number_sealed) <> (t.name, t.id_number_sealed)
    AND NOT EXISTS (SELECT FROM certificate_requests r WHERE r.certificate_id = x.id AND r.approved IS NULL)
  GROUP BY x.cohort_id`;

/** Every cohort that is not over yet, or whose certificates wait, the earliest first: the table of the running ones and all to-dos are read from it. */
export async function listOpenCohorts({ id: actorId, today }: Pick<Actor, "id" | "today">) {
  const rows = await db.$queryRaw`
    SELECT c.id, c.number, c.title, c.state, c.starts_on, c.ends_on, c.seats, c.confirmed, c.state_reason,
      c.created_by_id, c.submitted_by_id, c.closing_proposed_by_id, c.closing_return_reason, e.*, l.*,
      parameter('filing_working_days', c.starts_on) AS filing_days, training_days(c.id) AS training_days,
      (SELECT count(*)::int FROM certificate_requests WHERE cohort_id = c.id AND approved IS NULL AND proposed_by_id <> ${actorId}::uuid) AS certificates,
      coalesce(o.outdated, 0)::int AS outdated
    FROM cohorts c LEFT JOIN (${outdatedCertificates}) AS o ON o.cohort_id = c.id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE state = 'APPLIED' AND approval_needed = '{}')::int AS applied,
        count(*) FILTER (WHERE (state = 'APPLIED' AND approval_needed <> '{}' OR state = 'WAITLISTED' AND wait_stopped = 'APPROVAL_NEEDED')
          AND created_by_id <> ${actorId}::uuid)::int AS exceptions,
        count(*) FILTER (WHERE transfer_to_id IS NOT NULL AND state ${among(inLessons)} AND transfer_requested_by_id <> ${actorId}::uuid)::int AS transfers,
        count(*) FILTER (WHERE state ${among(present)})::int AS unfinished,
        count(*) FILTER (WHERE state = 'IN_TRAINING' AND attended = 0)::int AS absent
      FROM enrolments JOIN attendance_standings ON enrolment_id = id WHERE cohort_id = c.id) AS e
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS lessons_today, min(l.starts_at) AS first_today
      FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
      WHERE lc.cohort_id = c.id AND NOT lc.cancelled AND l.day = ${dateFromDay(today)}::date) AS l
    WHERE c.state NOT ${among(overStates)}
      OR c.id IN (SELECT cohort_id FROM certificate_requests WHERE approved IS NULL) OR o.outdated > 0
    ORDER BY c.starts_on, c.number`;
  const cohorts = z.array(row).parse(rows);
  const starts = cohorts.map((cohort) => dayFromDate(cohort.starts_on)).sort();
  const [first = today, last = today] = [starts[0], starts.at(-1)];
  const exceptions = await listExceptions(addDays(first, -longestFiling), last);
  return cohorts.map((cohort) => cohortOf(cohort, today, exceptions));
}

export type OpenCohortRow = Awaited<ReturnType<typeof listOpenCohorts>>[number];

/** More days than any filing with its holidays needs. */
const longestFiling = 120;

function cohortOf(
  { training_days: days, starts_on, ends_on, ...kept }: z.output<typeof row>,
  today: Day,
  exceptions: Exception[],
) {
  const [startsOn, endsOn] = [dayFromDate(starts_on), dayFromDate(ends_on)];
  return {
    id: kept.id,
    number: kept.number,
    title: kept.title,
    state: kept.state,
    startsOn,
    endsOn,
    seats: kept.seats,
    confirmed: kept.confirmed,
    filingDays: kept.filing_days,
    filing: filingDeadline(startsOn, kept.filing_days, exceptions),
    stateReason: kept.state_reason,
    createdById: kept.created_by_id,
    submittedById: kept.submitted_by_id,
    closingProposedById: kept.closing_proposed_by_id,
    closingReturnReason: kept.closing_return_reason,
    applied: kept.applied,
    exceptions: kept.exceptions,
    transfers: kept.transfers,
    unfinished: kept.unfinished,
    absent: kept.absent,
    certificates: kept.certificates,
    outdated: kept.outdated,
    trainingDays: days.length,
    trainingDay: days.filter((day) => day <= today).length,
    lessonsToday: kept.lessons_today,
    firstLesson: kept.first_today,
  };
}
