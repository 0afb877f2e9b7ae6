import "server-only";
import { z } from "zod";
import { among } from "@/lib/database/among";
import type { Tx } from "@/lib/database/db";
import { ask } from "@/lib/database/direct";
import { told } from "@/lib/database/together";
import type { CohortFacts, PersonFacts } from "@/lib/enrolment/rules/facts";
import { asParameters, figures, figuresOn, type Parameters } from "@/lib/setting/parameter";
import { left, takingPart } from "@/lib/trainee/rules/enrolment-states";
import { Prisma } from "@/prisma/generated/client";
import { CohortState, CourseType, Sex } from "@/prisma/generated/enums";

const { day } = told;

const taught = z.object({
  courseId: z.string(),
  kind: z.enum(CourseType),
  subject: z.string().nullable(),
  level: z.string().nullable(),
  occupations: z.array(z.object({ subject: z.string(), level: z.string().nullable() })),
});

const person = z.object({
  id: z.string(),
  birthDay: day,
  sex: z.enum(Sex),
  hasGuardian: z.boolean(),
  pensionInsured: z.boolean(),
  noticeGiven: z.boolean(),
  enrolled: z.boolean(),
  subsidised: z.number(),
  trained: z.number(),
  completed: z.array(taught),
  clash: z.object({ number: z.string(), title: z.string(), day, startsAt: z.string(), endsAt: z.string() }).nullable(),
  overlaps: z.array(z.object({ number: z.string(), title: z.string(), startsOn: day, endsOn: day })),
});

const row = z.object({
  cohort: z.object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    state: z.enum(CohortState),
    startsOn: day,
    endsOn: day,
    atBase: z.boolean(),
    seats: z.number(),
    confirmed: z.number(),
    waiting: z.number(),
    claims: z.number(),
    course: taught,
    trainingDays: z.array(day),
    year: z.object({ year: z.number(), capacity: z.number(), held: z.number(), planned: z.number() }),
  }),
  parameters: figures,
  people: z.array(person),
});

/**
 * Everything the rules ask about some people and one cohort, in one statement: it must be a later one than the lock, or it would
 * see the database as it was before the wait. Rows merged into a person are that person (R5). An enrolment that is being decided or moved is left out (`except`).
 */
export async function findFacts(tx: Tx, cohortId: string, traineeIds: string[], except: string[] = []) {
  const [found] = await ask(
    tx,
    Prisma.sql`
    WITH rows AS (
      SELECT id, id AS person FROM trainees WHERE id = ANY (${traineeIds}::uuid[])
      UNION ALL SELECT id, merged_into_id FROM trainees WHERE merged_into_id = ANY (${traineeIds}::uuid[])
    ), mine AS (
      SELECT rows.person AS trainee_id, e.cohort_id, e.state, e.subsidised, holds_place(e.state) AS counts, e.state NOT ${among(left)} AS active,
        o.number, o.title, o.starts_on, o.ends_on, extract(year FROM o.starts_on) AS year,
        ok.id AS course_id, ok.type, coalesce(ok.occupation_code, ok.occupation) AS subject, ok.level
      FROM rows JOIN enrolments e ON e.trainee_id = rows.id JOIN cohorts o ON o.id = e.cohort_id JOIN courses ok ON ok.id = o.course_id
      WHERE e.id <> ALL (${except}::uuid[])
    )
    SELECT jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title, 'state', c.state, 'startsOn', c.starts_on, 'endsOn', c.ends_on,
        'atBase', c.at_base, 'seats', c.seats, 'confirmed', c.confirmed,
        'claims', claims_before(c.id, 9223372036854775807),
        'waiting', (SELECT count(*) FROM enrolments w WHERE w.cohort_id = c.id AND w.state = 'WAITLISTED'),
        'course', jsonb_build_object('courseId', k.id, 'kind', k.type, 'subject', coalesce(k.occupation_code, k.occupation), 'level', k.level,
          'occupations', taught_occupations(k.id)),
        'trainingDays', training_days(c.id),
        'year', (SELECT jsonb_build_object('year', n, 'capacity', coalesce(y.capacity, parameter('annual_capacity', make_date(n, 1, 1))),
            'held', coalesce(y.held, 0), 'planned', coalesce(y.planned, 0))
          FROM (SELECT extract(year FROM c.starts_on)::int AS n) AS this LEFT JOIN training_years y ON y.year = n)) AS cohort,
      ${figuresOn(Prisma.sql`c.starts_on`)} AS parameters,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'birthDay', t.birth_date, 'sex', t.sex,
          'hasGuardian', t.guardian_name IS NOT NULL AND t.guardian_phone_sealed IS NOT NULL, 'pensionInsured', t.pension_insured,
          'noticeGiven', t.notice_version <> '' AND t.notice_way <> '',
          'enrolled', EXISTS (SELECT FROM mine WHERE mine.trainee_id = t.id AND mine.cohort_id = c.id AND mine.active),
          'subsidised', (SELECT count(*) FROM mine WHERE mine.trainee_id = t.id AND mine.counts AND mine.subsidised AND mine.type = k.type AND mine.year = extract(year FROM c.starts_on)),
          'trained', (SELECT count(*) FROM mine WHERE mine.trainee_id = t.id AND mine.counts AND mine.year = extract(year FROM c.starts_on)),
          'completed', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('courseId', mine.course_id, 'kind', mine.type, 'subject', mine.subject, 'level', mine.level,
              'occupations', taught_occupations(mine.course_id))), '[]')
            FROM mine WHERE mine.trainee_id = t.id AND mine.state = 'COMPLETED'),
          'overlaps', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', mine.number, 'title', mine.title, 'startsOn', mine.starts_on, 'endsOn', mine.ends_on) ORDER BY mine.number), '[]')
            FROM mine WHERE mine.trainee_id = t.id AND mine.cohort_id <> c.id AND mine.state ${among(takingPart)}
              AND daterange(mine.starts_on, mine.ends_on, '[]') && daterange(c.starts_on, c.ends_on, '[]')),
          'clash', (SELECT jsonb_build_object('number', o.number, 'title', l.title, 'day', l.day, 'startsAt', l.starts_at, 'endsAt', l.ends_at)
            FROM lesson_cohorts lc JOIN trainee_lessons tl ON tl.trainee_id = ANY (ARRAY(SELECT rows.id FROM rows WHERE rows.person = t.id)) AND tl.during && lc.during AND tl.enrolment_id <> ALL (${except}::uuid[])
            JOIN lessons l ON l.id = tl.lesson_id JOIN enrolments e ON e.id = tl.enrolment_id JOIN cohorts o ON o.id = e.cohort_id
            WHERE lc.cohort_id = c.id AND NOT lc.cancelled ORDER BY l.day, l.starts_at LIMIT 1))), '[]')
        FROM trainees t WHERE t.id = ANY (${traineeIds}::uuid[])) AS people
    FROM cohorts c JOIN courses k ON k.id = c.course_id
    WHERE c.id = ${cohortId}::uuid`,
  );
  if (!found) return undefined;

  const { cohort, parameters, people } = row.parse(found);
  return {
    cohort: { ...cohort, limits: limitsOf(cohort.course.kind, asParameters(parameters)) } satisfies CohortFacts,
    people: new Map<string, PersonFacts>(people.map((one) => [one.id, one])),
  };
}

function limitsOf(kind: CourseType, figure: Parameters): CohortFacts["limits"] {
  return {
    lateDays: figure("late_training_days"),
    transferDays: figure("transfer_training_days"),
    noShowDays: figure("no_show_training_days"),
    minimumAge: figure("least_age"),
    upperMonths: { MALE: figure("working_age_male") * 12, FEMALE: figure("working_age_female") * 12 },
    subsidisedAYear: figure(kind === "SKILL" ? "subsidised_skill_a_year" : "subsidised_entrepreneurship_a_year"),
    noticePercent: figure("capacity_notice_percent"),
    warningPercent: figure("capacity_warning_percent"),
  };
}
