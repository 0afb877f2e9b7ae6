-- The self-check of places, classrooms, timetable, attendance and outcomes (invariants, section 8): a healthy database returns no row
-- from any of these views.

CREATE VIEW checks.year_over_capacity AS
  SELECT year, held, planned, capacity FROM training_years WHERE held > capacity OR planned > capacity;

CREATE VIEW checks.counter_drift AS
  SELECT 'cohort' AS counter, c.number AS subject, c.confirmed AS kept, count(e.id)::int AS counted
  FROM cohorts c LEFT JOIN enrolments e ON e.cohort_id = c.id AND e.state = ANY (states_with_place())
  GROUP BY c.id HAVING c.confirmed <> count(e.id)
  UNION ALL
  SELECT 'held', y.year::text, y.held, coalesce(sum(s.held), 0)::int
  FROM training_years y LEFT JOIN (SELECT (cohort_share(c)).* FROM cohorts c) AS s ON s.year = y.year
  GROUP BY y.year HAVING y.held <> coalesce(sum(s.held), 0)
  UNION ALL
  SELECT 'planned', y.year::text, y.planned, coalesce(sum(s.planned), 0)::int
  FROM training_years y LEFT JOIN (SELECT (cohort_share(c)).* FROM cohorts c) AS s ON s.year = y.year
  GROUP BY y.year HAVING y.planned <> coalesce(sum(s.planned), 0);

-- R24, R27: the persons of each year, and what they add up to.
CREATE VIEW checks.headcount_drift AS
  WITH counted AS (
    SELECT extract(year FROM c.starts_on)::int AS year, c.at_base, coalesce(t.merged_into_id, t.id) AS trainee_id,
      count(*)::int AS places
    FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id JOIN trainees t ON t.id = e.trainee_id
    WHERE e.state = ANY (states_with_place()) GROUP BY 1, 2, 3)
  SELECT 'person' AS counter, year, trainee_id::text AS subject, k.places AS kept, c.places AS counted
  FROM trainee_years k FULL JOIN counted c USING (year, at_base, trainee_id) WHERE k.places IS DISTINCT FROM c.places
  UNION ALL
  SELECT s.counter, year, NULL, s.kept, s.counted
  FROM headcounts h FULL JOIN (
    SELECT year, count(*) FILTER (WHERE at_base)::int AS heads, count(*) FILTER (WHERE at_base AND places > 1)::int AS repeated,
      count(*) FILTER (WHERE NOT at_base)::int AS outside FROM counted GROUP BY year) AS c USING (year)
  CROSS JOIN LATERAL (VALUES ('heads', h.heads, c.heads), ('repeated', h.repeated, c.repeated), ('outside', h.outside, c.outside))
    AS s (counter, kept, counted)
  WHERE coalesce(s.kept, 0) <> coalesce(s.counted, 0);

-- R52: the certificates that say another name or number than their person has.
CREATE VIEW checks.outdated_drift AS
  SELECT number, k.certificate_id IS NOT NULL AS kept FROM certificates x JOIN enrolments e ON e.id = x.enrolment_id
  JOIN trainees t ON t.id = e.trainee_id LEFT JOIN outdated_certificates k ON k.certificate_id = x.id
  WHERE (k.certificate_id IS NOT NULL) <>
    (x.voided_on IS NULL AND (x.name, x.id_number_sealed) IS DISTINCT FROM (t.name, t.id_number_sealed));

CREATE VIEW checks.cohort_over_seats AS
  SELECT number, confirmed, seats, (smallest_classroom(id)).seats AS smallest FROM cohorts
  WHERE confirmed > seats OR seats > (smallest_classroom(id)).seats AND state NOT IN ('CLOSED', 'CANCELLED', 'REJECTED');

-- I5: somebody waits, stopped by nothing, although a seat is free that nobody before could have. An approval that is asked for is no fault.
CREATE VIEW checks.waiting_with_free_seat AS
  SELECT c.number, c.confirmed, c.seats, e.id AS enrolment FROM cohorts c JOIN enrolments e ON e.cohort_id = c.id
  WHERE c.state IN ('APPROVED', 'IN_PROGRESS') AND e.state = 'WAITLISTED' AND e.wait_stopped IS NULL
    AND c.confirmed + claims_before(c.id, e.queue_no) < c.seats;

CREATE VIEW checks.classroom_overlap AS
  SELECT a.id, b.id AS other, a.classroom_number FROM lessons a
  JOIN lessons b ON a.classroom_number = b.classroom_number AND a.id < b.id AND a.during && b.during
  WHERE a.cancelled_at IS NULL AND b.cancelled_at IS NULL;

CREATE VIEW checks.trainer_overlap AS
  SELECT a.id, b.id AS other, a.trainer_id FROM lessons a
  JOIN lessons b ON a.trainer_id = b.trainer_id AND a.id < b.id AND a.during && b.during
  WHERE a.cancelled_at IS NULL AND b.cancelled_at IS NULL;

CREATE VIEW checks.trainee_clash AS
  SELECT a.trainee_id, a.lesson_id, b.lesson_id AS other FROM trainee_lessons a
  JOIN trainee_lessons b ON a.trainee_id = b.trainee_id AND a.lesson_id < b.lesson_id AND a.during && b.during;

-- Of lessons that have begun somebody who came from another cohort later may be missing.
CREATE VIEW checks.expected_drift AS
  SELECT e.id AS enrolment, lc.lesson_id FROM enrolments e JOIN lesson_cohorts lc ON lc.cohort_id = e.cohort_id AND NOT lc.cancelled
  LEFT JOIN trainee_lessons tl ON tl.lesson_id = lc.lesson_id AND tl.trainee_id = e.trainee_id
  WHERE e.state IN ('CONFIRMED', 'IN_TRAINING') AND tl.lesson_id IS NULL AND lower(lc.during) > base_moment();

-- Cohorts that were applied for before this law stand as they are; a timetable changes after the approval, but once there was one.
CREATE VIEW checks.opened_without_papers AS
  SELECT c.number, c.id, p.lacking FROM cohorts c CROSS JOIN LATERAL (
    SELECT string_agg(key, ' ') AS lacking FROM (VALUES
      ('opening_exam_plan', c.exam_plan !~ '\S'), ('opening_contact', c.contact !~ '\S'), ('opening_material', c.material !~ '\S'),
      ('opening_lessons', NOT EXISTS (SELECT FROM lesson_cohorts lc WHERE lc.cohort_id = c.id))) AS paper (key, lacks)
    -- Demanded when it was applied for as for the day it starts.
    WHERE lacks AND parameter(key, c.starts_on) = 1 AND parameter(key, (c.submitted_at AT TIME ZONE 'Asia/Shanghai')::date) = 1) AS p
  WHERE c.submitted_at > (SELECT max(finished_at) FROM _prisma_migrations WHERE migration_name = '20261129100000_opening_papers')
    AND c.state NOT IN ('DRAFT', 'RETURNED', 'REJECTED', 'CANCELLED') AND p.lacking IS NOT NULL;

CREATE VIEW checks.outcome_before_lessons AS
  SELECT 'exam' AS subject, id, number FROM cohorts WHERE state = 'EXAM' AND exam_reason IS NULL AND lessons_ahead(id) > 0
  UNION ALL
  SELECT 'attended', e.id, c.number FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id WHERE e.attended_periods > held_periods(e.id)
  UNION ALL
  SELECT 'outcome', e.id, c.number FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
  WHERE e.state IN ('COMPLETED', 'NOT_COMPLETED') AND EXISTS (
    SELECT FROM lesson_cohorts lc WHERE lc.cohort_id = c.id AND NOT lc.cancelled
      AND (upper(lc.during) > base_moment() OR (lower(lc.during) AT TIME ZONE 'Asia/Shanghai')::date > e.ended_on))
  UNION ALL
  SELECT 'certificate', x.id, c.number FROM certificates x JOIN cohorts c ON c.id = x.cohort_id
  WHERE x.voided_on IS NULL AND EXISTS (
    SELECT FROM lesson_cohorts lc WHERE lc.cohort_id = c.id AND NOT lc.cancelled
      AND (upper(lc.during) > base_moment() OR (lower(lc.during) AT TIME ZONE 'Asia/Shanghai')::date > x.issued_on));

CREATE VIEW checks.no_show_attended AS
  SELECT c.number, e.id AS enrolment, e.attended_periods AS attended FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
  WHERE e.state = 'NO_SHOW' AND (e.attended_periods > 0 OR EXISTS (SELECT FROM exam_results WHERE enrolment_id = e.id)
    OR EXISTS (SELECT FROM arrivals WHERE enrolment_id = e.id AND undone_at IS NULL)
    OR EXISTS (SELECT FROM attendances a JOIN lesson_cohorts lc ON lc.lesson_id = a.lesson_id
      WHERE lc.cohort_id = c.id AND a.trainee_id = e.trainee_id AND a.mark = ANY (marks_of_presence())));

-- I13, I36: a mark of a lesson that has not begun or is cancelled, and a late one that nobody approved.
CREATE VIEW checks.mark_without_lesson AS
  SELECT a.lesson_id, a.trainee_id, l.day FROM attendances a JOIN lessons l ON l.id = a.lesson_id
  WHERE l.cancelled_at IS NOT NULL OR lower(l.during) > base_moment();

CREATE VIEW checks.two_sources_of_attendance AS
  SELECT c.number, c.id FROM cohorts c WHERE cohort_is_typed(c.id) AND cohort_is_rolled(c.id);

CREATE VIEW checks.certificate_gap AS
  SELECT c.number, c.certificate_count AS kept, count(x.id)::int AS issued, max(x.person_number) AS highest
  FROM cohorts c LEFT JOIN certificates x ON x.cohort_id = c.id GROUP BY c.id
  HAVING c.certificate_count <> count(x.id) OR c.certificate_count <> coalesce(max(x.person_number), 0);

GRANT SELECT ON ALL TABLES IN SCHEMA checks TO portal_app;
