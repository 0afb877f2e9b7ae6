-- Rules about one row, the arrows of the two state machines, and the rows that belong to the house itself.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- How a law says no: the name of the refusal, the field it stands at, and the figures for the sentence (never personal data).
CREATE FUNCTION refuse(refusal text, field text, figures jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'QD001', MESSAGE = refusal, HINT = field, DETAIL = figures::text;
END $$;

CREATE FUNCTION parameter(wanted text, on_day date) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT value FROM parameters WHERE key = wanted AND valid_from <= on_day ORDER BY valid_from DESC LIMIT 1
$$;

-- R21, R23, R26, R29, R30, R32, R34, R35, R40, R41, R43, R6, R7: figures that an office may change.
INSERT INTO parameters (key, valid_from, value, reason) VALUES
  ('annual_capacity', '1900-01-01', 2000, '四川日报 2018-08-23：年培训 2,000 人次'),
  ('classrooms', '1900-01-01', 11, '四川日报 2018-08-23：11 间实训教室'),
  ('capacity_notice_percent', '1900-01-01', 80, 'R23'),
  ('capacity_warning_percent', '1900-01-01', 90, 'R23'),
  ('seats_skill', '1900-01-01', 50, 'R29'),
  ('seats_entrepreneurship', '1900-01-01', 30, 'R29'),
  ('fewest_trainees', '1900-01-01', 10, 'R30'),
  ('late_training_days', '1900-01-01', 2, 'R34'),
  ('no_show_training_days', '1900-01-01', 3, 'R26'),
  ('transfer_training_days', '1900-01-01', 2, 'R28'),
  ('filing_working_days', '1900-01-01', 3, 'GX22'),
  ('subsidised_skill_a_year', '1900-01-01', 3, 'R32'),
  ('subsidised_entrepreneurship_a_year', '1900-01-01', 1, 'R32'),
  ('least_age', '1900-01-01', 16, 'R6'),
  ('guardian_below_age', '1900-01-01', 18, 'R8'),
  ('working_age_male', '1900-01-01', 60, 'R7'),
  ('working_age_female', '1900-01-01', 55, 'R7'),
  ('periods_a_day_warning', '1900-01-01', 8, 'R41'),
  ('periods_a_day_most', '1900-01-01', 10, 'R41'),
  ('period_minutes', '1900-01-01', 45, 'R40'),
  ('least_share_percent', '1900-01-01', 40, 'R43');

-- R35, I9: the eleven classrooms with their illustrative seats; no right to insert or delete is ever given.
INSERT INTO classrooms (number, label, name, seats) VALUES
  (1, '101', '电商一', 40), (2, '102', '电商二', 30), (3, '103', '客房', 20), (4, '104', '餐厅', 30),
  (5, '105', '超市', 30), (6, '106', '电器', 24), (7, '107', '木作', 20), (8, '108', '编织', 20),
  (9, '109', '烹饪', 30), (10, '110', '美容', 20), (11, '111', '种养殖', 40);
ALTER TABLE classrooms
  ADD CONSTRAINT eleven_classrooms CHECK (number BETWEEN 1 AND 11),
  ADD CONSTRAINT classroom_has_seats CHECK (seats BETWEEN 1 AND 200);

-- I15: the arrows of the handbook, section 2.
INSERT INTO cohort_moves (from_state, to_state) VALUES
  ('DRAFT', 'SUBMITTED'), ('RETURNED', 'SUBMITTED'), ('SUBMITTED', 'APPROVED'), ('SUBMITTED', 'RETURNED'),
  ('SUBMITTED', 'REJECTED'), ('APPROVED', 'IN_PROGRESS'), ('IN_PROGRESS', 'EXAM'), ('EXAM', 'CLOSED'),
  ('DRAFT', 'CANCELLED'), ('RETURNED', 'CANCELLED'), ('SUBMITTED', 'CANCELLED'), ('APPROVED', 'CANCELLED');
INSERT INTO enrolment_moves (from_state, to_state) VALUES
  ('APPLIED', 'CONFIRMED'), ('APPLIED', 'WAITLISTED'), ('APPLIED', 'REJECTED'), ('APPLIED', 'CANCELLED'),
  ('WAITLISTED', 'CONFIRMED'), ('WAITLISTED', 'REJECTED'), ('WAITLISTED', 'CANCELLED'),
  ('CONFIRMED', 'IN_TRAINING'), ('CONFIRMED', 'CANCELLED'), ('CONFIRMED', 'NO_SHOW'),
  ('IN_TRAINING', 'COMPLETED'), ('IN_TRAINING', 'NOT_COMPLETED'), ('IN_TRAINING', 'DROPPED'), ('IN_TRAINING', 'NO_SHOW');

ALTER TABLE base
  ADD CONSTRAINT one_base CHECK (id = 1),
  ADD CONSTRAINT demo_day_on_demo_only CHECK (demo_day IS NULL OR is_demo);
ALTER TABLE courses ADD CONSTRAINT course_has_periods CHECK (theory_periods >= 0 AND practice_periods >= 0 AND theory_periods + practice_periods > 0);
ALTER TABLE cohorts
  ADD CONSTRAINT cohort_ends_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT cohort_dates_in_range CHECK (starts_on BETWEEN '1900-01-01' AND '2100-12-31'),
  ADD CONSTRAINT cohort_has_seats CHECK (seats > 0),
  ADD CONSTRAINT outside_needs_place CHECK (at_base OR place IS NOT NULL),
  -- I16, R111: who creates or submits does not approve; who proposes closing does not close.
  ADD CONSTRAINT creator_does_not_approve_cohort CHECK (approved_by_id <> created_by_id AND approved_by_id <> submitted_by_id),
  ADD CONSTRAINT proposer_does_not_close CHECK (closed_by_id <> closing_proposed_by_id),
  ADD CONSTRAINT approved_cohort_is_signed CHECK (state NOT IN ('APPROVED', 'IN_PROGRESS', 'EXAM', 'CLOSED') OR approved_by_id IS NOT NULL),
  ADD CONSTRAINT closed_cohort_is_signed CHECK (state <> 'CLOSED' OR (closing_proposed_by_id IS NOT NULL AND closed_by_id IS NOT NULL));
ALTER TABLE enrolments
  ADD CONSTRAINT creator_does_not_approve_enrolment CHECK (approved_by_id <> created_by_id AND approved_by_id <> transfer_requested_by_id),
  ADD CONSTRAINT late_place_is_approved CHECK (approval_needed = '{}' OR approved_by_id IS NOT NULL OR state IN ('APPLIED', 'WAITLISTED', 'REJECTED', 'CANCELLED'));
ALTER TABLE trainees
  ADD CONSTRAINT trainee_has_name CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT phone_or_village_contact CHECK (phone_sealed IS NOT NULL OR village_contact IS NOT NULL);
ALTER TABLE lessons
  ADD CONSTRAINT lesson_has_times CHECK (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$' AND ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD CONSTRAINT lesson_takes_time CHECK (ends_at > starts_at AND NOT isempty(during)),
  ADD CONSTRAINT lesson_has_periods CHECK (periods BETWEEN 1 AND 16);
ALTER TABLE classroom_closures ADD CONSTRAINT closure_takes_time CHECK (ends_at > starts_at AND isfinite(starts_at) AND isfinite(ends_at));

-- I4, R20: one active enrolment of a trainee in a cohort.
CREATE UNIQUE INDEX one_enrolment_per_cohort ON enrolments (trainee_id, cohort_id) WHERE state NOT IN ('CANCELLED', 'REJECTED', 'NO_SHOW');
