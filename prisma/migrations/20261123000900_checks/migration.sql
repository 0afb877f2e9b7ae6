-- The portal looks at itself: one view per invariant; a healthy database returns no row from any of them (invariants, section 8).
CREATE SCHEMA checks;

CREATE VIEW checks.year_over_capacity AS
  SELECT year, held, planned, capacity FROM training_years WHERE held > capacity OR planned > capacity;

CREATE VIEW checks.counter_drift AS
  SELECT 'cohort' AS counter, c.number AS subject, c.confirmed AS kept, count(e.id)::int AS counted
  FROM cohorts c LEFT JOIN enrolments e ON e.cohort_id = c.id AND holds_place(e.state) GROUP BY c.id HAVING c.confirmed <> count(e.id)
  UNION ALL
  SELECT 'held', y.year::text, y.held, coalesce(sum(s.held), 0)::int
  FROM training_years y LEFT JOIN (SELECT (cohort_share(c)).* FROM cohorts c) AS s ON s.year = y.year GROUP BY y.year HAVING y.held <> coalesce(sum(s.held), 0)
  UNION ALL
  SELECT 'planned', y.year::text, y.planned, coalesce(sum(s.planned), 0)::int
  FROM training_years y LEFT JOIN (SELECT (cohort_share(c)).* FROM cohorts c) AS s ON s.year = y.year GROUP BY y.year HAVING y.planned <> coalesce(sum(s.planned), 0);

CREATE VIEW checks.cohort_over_seats AS
  SELECT number, confirmed, seats, (smallest_classroom(id)).seats AS smallest FROM cohorts
  WHERE confirmed > seats OR seats > (smallest_classroom(id)).seats AND state NOT IN ('CLOSED', 'CANCELLED', 'REJECTED');

CREATE VIEW checks.waiting_with_free_seat AS
  SELECT c.number, c.confirmed, c.seats, e.id AS enrolment FROM cohorts c JOIN enrolments e ON e.cohort_id = c.id
  WHERE c.state = 'APPROVED' AND c.confirmed < c.seats AND e.state = 'WAITLISTED' AND e.wait_stopped IS NULL;

CREATE VIEW checks.classroom_overlap AS
  SELECT a.id, b.id AS other, a.classroom_number FROM lessons a JOIN lessons b ON a.classroom_number = b.classroom_number AND a.id < b.id AND a.during && b.during
  WHERE a.cancelled_at IS NULL AND b.cancelled_at IS NULL;

CREATE VIEW checks.trainer_overlap AS
  SELECT a.id, b.id AS other, a.trainer_id FROM lessons a JOIN lessons b ON a.trainer_id = b.trainer_id AND a.id < b.id AND a.during && b.during
  WHERE a.cancelled_at IS NULL AND b.cancelled_at IS NULL;

CREATE VIEW checks.trainee_clash AS
  SELECT a.trainee_id, a.lesson_id, b.lesson_id AS other FROM trainee_lessons a
  JOIN trainee_lessons b ON a.trainee_id = b.trainee_id AND a.lesson_id < b.lesson_id AND a.during && b.during;

CREATE VIEW checks.expected_drift AS
  SELECT e.id AS enrolment, lc.lesson_id FROM enrolments e JOIN lesson_cohorts lc ON lc.cohort_id = e.cohort_id AND NOT lc.cancelled
  LEFT JOIN trainee_lessons tl ON tl.lesson_id = lc.lesson_id AND tl.trainee_id = e.trainee_id
  WHERE e.state IN ('CONFIRMED', 'IN_TRAINING') AND tl.lesson_id IS NULL;

CREATE VIEW checks.creator_is_approver AS
  SELECT 'cohort' AS subject, id FROM cohorts WHERE approved_by_id IN (created_by_id, submitted_by_id) OR closed_by_id = closing_proposed_by_id
  UNION ALL
  SELECT 'enrolment', id FROM enrolments WHERE approved_by_id IN (created_by_id, transfer_requested_by_id);

CREATE VIEW checks.audit_missing AS
  SELECT 'trainee' AS subject, id::text FROM trainees t WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = t.id::text)
  UNION ALL SELECT 'cohort', id::text FROM cohorts c WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = c.id::text)
  UNION ALL SELECT 'enrolment', id::text FROM enrolments e WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = e.id::text)
  UNION ALL SELECT 'lesson', id::text FROM lessons l WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = l.id::text)
  UNION ALL SELECT 'account', id::text FROM accounts x WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = x.id::text);

-- R101: one role an account by construction; one person with two accounts would still break the separation.
CREATE VIEW checks.admin_roles_mixed AS
  SELECT name, count(DISTINCT role) AS roles FROM accounts
  WHERE role IN ('SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR') AND disabled_at IS NULL GROUP BY name HAVING count(DISTINCT role) > 1;

GRANT USAGE ON SCHEMA checks TO portal_app;
GRANT SELECT ON ALL TABLES IN SCHEMA checks TO portal_app;
