import type pg from "pg";

/**
 * Ten years of closed cohorts of fifty people. R21 holds: at the base at most forty of them a year (2,000 人次), thirty in 2018 beside
 * the demo's own; all others are trained off the base (R27).
 */
export async function enrolPeople(owner: pg.Client, enrolments: number) {
  await owner.query("CREATE TEMP TABLE run (n int, year int, nth int, at_base boolean, id uuid)");
  await owner.query(planRuns, [enrolments / 500]);
  await owner.query(insertCohorts);
  await owner.query("CREATE TEMP TABLE person (n int PRIMARY KEY, id uuid)");
  await owner.query(
    "INSERT INTO person SELECT row_number() OVER (ORDER BY id) - 1, id FROM trainees WHERE registered_on = '2009-01-05'",
  );
  await owner.query("ANALYZE run, person");
  await owner.query(insertEnrolments);
  await owner.query(countYears);
  await owner.query(countHeads);
  await owner.query(insertEntries);
}

const planRuns = `
  INSERT INTO run SELECT (year - 2009) * $1::int + nth, year, nth, nth < CASE year WHEN 2018 THEN 30 ELSE 40 END, gen_random_uuid()
  FROM generate_series(2009, 2018) AS year, generate_series(0, $1::int - 1) AS nth`;

const account = (username: string) => `(SELECT id FROM accounts WHERE username = '${username}')`;

const insertCohorts = `
  INSERT INTO cohorts (id, number, title, course_id, starts_on, ends_on, at_base, place, seats, confirmed, state, created_by_id, submitted_by_id,
    approved_by_id, closing_proposed_by_id, closed_by_id)
  SELECT r.id, r.year || CASE WHEN r.at_base THEN '-B' ELSE '-W' END || lpad(r.nth::text, 5, '0'), c.name || ' ' || r.nth, c.id,
    make_date(r.year, 1, 4) + r.nth % 180, make_date(r.year, 1, 4) + r.nth % 180 + 20, r.at_base, CASE WHEN NOT r.at_base THEN '扎格村' END, 50, 50,
    'CLOSED', ${account("yangjin")}, ${account("yangjin")}, ${account("liming")}, ${account("danzeng")}, ${account("liming")}
  FROM run r JOIN (SELECT id, name, row_number() OVER (ORDER BY code) - 1 AS n, count(*) OVER () AS all FROM courses
    WHERE type = 'SKILL' AND code <> 'JN-PR-05') AS c ON c.n = r.n % c.all`;

// 37 has no divisor in common with the number of people, so fifty in a row are fifty different ones.
const insertEnrolments = `
  INSERT INTO enrolments (id, trainee_id, cohort_id, state, created_by_id, applied_at, confirmed_at, ended_on)
  SELECT gen_random_uuid(), p.id, r.id, CASE WHEN i % 25 = 0 THEN 'DROPPED' WHEN i % 16 = 0 THEN 'NOT_COMPLETED' ELSE 'COMPLETED' END::"EnrolmentState",
    ${account("yangjin")}, make_date(r.year, 1, 2), make_date(r.year, 1, 3), c.ends_on
  FROM run r JOIN cohorts c ON c.id = r.id CROSS JOIN generate_series(0, 49) AS seat
  CROSS JOIN LATERAL (SELECT r.n::bigint * 50 + seat AS i) AS this
  JOIN person p ON p.n = i * 37 % (SELECT count(*) FROM person)`;

const countYears = `
  INSERT INTO training_years (year, capacity, held, planned, cohort_count, outside_count)
  SELECT year, 2000, count(*) FILTER (WHERE at_base) * 50, count(*) FILTER (WHERE at_base) * 50, count(*) FILTER (WHERE at_base), 0 FROM run GROUP BY year
  ON CONFLICT (year) DO UPDATE SET held = training_years.held + excluded.held, planned = training_years.planned + excluded.planned`;

const countHeads = `
  TRUNCATE trainee_years, headcounts;
  INSERT INTO trainee_years (year, at_base, trainee_id, places)
  SELECT extract(year FROM c.starts_on)::int, c.at_base, e.trainee_id, count(*)
  FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id WHERE e.state = ANY (states_with_place()) GROUP BY 1, 2, 3;
  INSERT INTO headcounts (year, heads, repeated, outside)
  SELECT year, count(*) FILTER (WHERE at_base), count(*) FILTER (WHERE at_base AND places > 1), count(*) FILTER (WHERE NOT at_base)
  FROM trainee_years GROUP BY year`;

const insertEntries = `
  INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
  SELECT 'bench', '-', 'cohort.close', 'cohort', id::text FROM run
  UNION ALL SELECT 'bench', '-', 'enrolment.complete', 'enrolment', e.id::text FROM run r JOIN enrolments e ON e.cohort_id = r.id`;
