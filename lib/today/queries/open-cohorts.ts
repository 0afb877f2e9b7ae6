import "server-only";
import { z } from "zod";
import { untakenOf } from "@/lib/attendance/queries/untaken";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { underWay } from "@/lib/cohort/rules/states";
import { among } from "@/lib/database/among";
import { type Question, told } from "@/lib/database/together";
import { overStates } from "@/lib/lesson/rules/booking";
import { inLessons, present } from "@/lib/trainee/rules/enrolment-states";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { filingDeadline } from "@/lib/working-day/rules";
import { Prisma } from "@/prisma/generated/client";
import { CalendarDayKind, CohortState, type Role } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(CohortState),
  startsOn: told.day,
  endsOn: told.day,
  seats: z.number(),
  confirmed: z.number(),
  stateReason: z.string().nullable(),
  createdById: z.string(),
  submittedById: z.string().nullable(),
  closingProposedById: z.string().nullable(),
  closingReturnReason: z.string().nullable(),
  applied: z.number(),
  exceptions: z.number(),
  transfers: z.number(),
  unfinished: z.number(),
  absent: z.number(),
  absentNames: z.array(z.string()),
  away: z.number(),
  awayNames: z.array(z.string()),
  certificates: z.number(),
  outdated: z.number(),
  untaken: z.number(),
  trainingDays: z.array(told.day),
  lessonsToday: z.number(),
  firstToday: z.string().nullable(),
  filingDays: z.number(),
  daysOff: z.array(z.object({ day: told.day, kind: z.enum(CalendarDayKind) })),
});

/** R52: valid certificates whose person is called otherwise now, or has another number, and that nobody asked to void. */
const outdatedCertificates = Prisma.sql`
  SELECT cohort_id, count(*)::int AS outdated FROM outdated_certificates x
  WHERE NOT EXISTS (SELECT FROM certificate_requests r WHERE r.certificate_id = x.certificate_id AND r.approved IS NULL)
  GROUP BY cohort_id`;

/** Named, not what they are not: only so the index of states leads to them past all cohorts that are over. */
const openStates = Object.values(CohortState).filter((state) => !overStates.some((over) => over === state));

/** Of a cohort `c` that is taught, the people `m` in training. */
const inClass = Prisma.sql`m.state = 'IN_TRAINING' AND c.state = 'IN_PROGRESS'`;

/** So many people are named, to who may say that they never came; of more there is the number. */
const mostNames = 6;
const namesOf = (role: Role, which: Prisma.Sql) => Prisma.sql`
  SELECT t.name FROM enrolments m JOIN trainees t ON t.id = m.trainee_id
  WHERE ${Prisma.raw(String(may(role, "enrolment:noShow")))} AND m.cohort_id = c.id AND ${inClass} AND ${which}
  ORDER BY t.sort_name COLLATE "C", t.id LIMIT ${mostNames}`;

/** More days than any filing with its holidays needs. */
const longestFiling = 120;

/**
 * Every cohort that is not over yet, or whose certificates wait, the earliest first: the table of the running ones and all to-dos are read
 * from it. `openCohortOf` reads a row. OFFSET 0: the few are looked up by their ids, not found among all cohorts there ever were.
 */
export const openCohorts = ({
  id: actorId,
  role,
  today,
}: Pick<Actor, "id" | "role" | "today">): Question<typeof row> => ({
  asks: Prisma.sql`
    WITH outdated AS (${outdatedCertificates})
    SELECT c.id, c.number, c.title, c.state, c.starts_on, c.ends_on, c.seats, c.confirmed, c.state_reason,
      c.created_by_id, c.submitted_by_id, c.closing_proposed_by_id, c.closing_return_reason, e.*, p.*, l.*,
      parameter('filing_working_days', c.starts_on) AS filing_days, training_days(c.id) AS training_days,
      (SELECT count(*)::int FROM certificate_requests WHERE cohort_id = c.id AND approved IS NULL AND proposed_by_id <> ${actorId}::uuid) AS certificates,
      coalesce(o.outdated, 0) AS outdated, x.days_off,
      (SELECT count(*)::int ${untakenOf(Prisma.sql`SELECT c.id WHERE c.state ${among(underWay)} AND NOT cohort_is_typed(c.id)`)})
        AS untaken
    FROM (SELECT id FROM cohorts WHERE state ${among(openStates)}
      UNION SELECT cohort_id FROM certificate_requests WHERE approved IS NULL
      UNION SELECT cohort_id FROM outdated) AS open
    CROSS JOIN LATERAL (SELECT * FROM cohorts WHERE id = open.id OFFSET 0) AS c LEFT JOIN outdated o ON o.cohort_id = c.id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE m.state = 'APPLIED' AND approval_needed = '{}')::int AS applied,
        count(*) FILTER (WHERE (state = 'APPLIED' AND approval_needed <> '{}' OR m.state = 'WAITLISTED' AND wait_stopped = 'APPROVAL_NEEDED')
          AND created_by_id <> ${actorId}::uuid)::int AS exceptions,
        count(*) FILTER (WHERE transfer_to_id IS NOT NULL AND m.state ${among(inLessons)} AND transfer_requested_by_id <> ${actorId}::uuid)::int AS transfers,
        count(*) FILTER (WHERE m.state ${among(present)})::int AS unfinished,
        count(*) FILTER (WHERE ${inClass} AND known_by IS NULL)::int AS absent,
        count(*) FILTER (WHERE ${inClass} AND stays_away)::int AS away
      FROM enrolments m JOIN arrival_standings s ON s.enrolment_id = m.id JOIN attendance_streaks k ON k.enrolment_id = m.id
      WHERE cohort_id = c.id) AS e
    CROSS JOIN LATERAL (
      SELECT CASE WHEN e.absent > 0 THEN
          ARRAY(${namesOf(role, Prisma.sql`EXISTS (SELECT FROM arrival_standings WHERE enrolment_id = m.id AND known_by IS NULL)`)})
          ELSE '{}' END AS absent_names,
        CASE WHEN e.away > 0 THEN
          ARRAY(${namesOf(role, Prisma.sql`EXISTS (SELECT FROM attendance_streaks WHERE enrolment_id = m.id AND stays_away)`)})
          ELSE '{}' END AS away_names) AS p
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS lessons_today, min(l.starts_at) AS first_today
      FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
      WHERE lc.cohort_id = c.id AND NOT lc.cancelled AND l.day = ${dateFromDay(today)}::date) AS l
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('day', day, 'kind', kind)), '[]') AS days_off FROM calendar_days
      WHERE day BETWEEN c.starts_on - ${longestFiling}::int AND c.starts_on) AS x
    ORDER BY c.starts_on, c.number`,
  shape: row,
});

export function openCohortOf({ daysOff, trainingDays: days, ...cohort }: z.output<typeof row>, today: Day) {
  const { lessonsToday, firstToday: firstLesson, ...kept } = cohort;
  return {
    ...kept,
    filing: filingDeadline(cohort.startsOn, cohort.filingDays, daysOff),
    trainingDays: days.length,
    trainingDay: days.filter((day) => day <= today).length,
    lessonsToday,
    firstLesson,
  };
}

export type OpenCohortRow = ReturnType<typeof openCohortOf>;
