-- Completion (R47–R53): attended 课时 and marks as figures, certificates whose numbers the database gives (I17).
CREATE TYPE "PlanGrade" AS ENUM ('EXCELLENT', 'PASSED', 'FAILED');
CREATE TYPE "CertificateRequestKind" AS ENUM ('ISSUE', 'VOID');

ALTER TABLE "courses" ADD COLUMN "plan_graded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "cohorts" ADD COLUMN "certificate_count" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "enrolments" ADD COLUMN "attended_periods" INTEGER;

CREATE TABLE "exam_results" (
    "enrolment_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "theory" INTEGER,
    "practice" INTEGER,
    "plan" "PlanGrade",

    CONSTRAINT "exam_results_pkey" PRIMARY KEY ("enrolment_id","attempt")
);

CREATE TABLE "certificates" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "person_number" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "voided_on" DATE,
    "void_reason" TEXT,
    "voided_by_id" UUID,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "one_certificate_per_number" ON "certificates"("number");
CREATE UNIQUE INDEX "one_certificate_per_person_number" ON "certificates"("cohort_id", "person_number");
CREATE INDEX "certificates_enrolment_id_idx" ON "certificates"("enrolment_id");

CREATE TABLE "certificate_requests" (
    "id" UUID NOT NULL,
    "kind" "CertificateRequestKind" NOT NULL,
    "cohort_id" UUID NOT NULL,
    "certificate_id" UUID,
    "reason" TEXT,
    "proposed_by_id" UUID NOT NULL,
    "proposed_on" DATE NOT NULL,
    "decided_by_id" UUID,
    "approved" BOOLEAN,
    "decision" TEXT,

    CONSTRAINT "certificate_requests_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "certificate_requests_cohort_id_idx" ON "certificate_requests"("cohort_id");

ALTER TABLE "exam_results" ADD CONSTRAINT "exam_results_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "certificate_requests" ADD CONSTRAINT "certificate_requests_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "certificate_requests" ADD CONSTRAINT "certificate_requests_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO parameters (key, valid_from, value, reason) VALUES
  ('attendance_percent', '1900-01-01', 80, 'R48'),
  ('pass_mark', '1900-01-01', 60, 'R49'),
  ('make_up_days', '1900-01-01', 30, 'R50');
INSERT INTO setting_kinds (key, domain, unit, least, most, position) VALUES
  ('attendance_percent', 'TRAINING', 'PERCENT', 1, 100, 22),
  ('pass_mark', 'TRAINING', 'POINTS', 1, 100, 23),
  ('make_up_days', 'TRAINING', 'DAYS', 0, 365, 24);

ALTER TABLE enrolments ADD CONSTRAINT attended_is_time CHECK (attended_periods >= 0);
ALTER TABLE exam_results
  -- R50: the exam and one make-up, no third.
  ADD CONSTRAINT one_make_up CHECK (attempt IN (1, 2)),
  ADD CONSTRAINT mark_of_a_hundred CHECK (theory BETWEEN 0 AND 1000 AND practice BETWEEN 0 AND 1000);
ALTER TABLE certificates
  ADD CONSTRAINT voided_certificate_is_signed CHECK ((voided_on IS NULL) = (voided_by_id IS NULL) AND (voided_on IS NULL) = (void_reason IS NULL));
ALTER TABLE certificate_requests
  -- I16: who asks for certificates does not issue them.
  ADD CONSTRAINT proposer_does_not_issue CHECK (decided_by_id <> proposed_by_id),
  ADD CONSTRAINT decided_request_is_signed CHECK ((approved IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT void_names_its_certificate CHECK ((kind = 'VOID') = (certificate_id IS NOT NULL) AND (kind = 'VOID') = (reason IS NOT NULL));
CREATE UNIQUE INDEX one_valid_certificate ON certificates (enrolment_id) WHERE voided_on IS NULL;
CREATE UNIQUE INDEX one_open_issue ON certificate_requests (cohort_id) WHERE kind = 'ISSUE' AND approved IS NULL;
CREATE UNIQUE INDEX one_open_void ON certificate_requests (certificate_id) WHERE kind = 'VOID' AND approved IS NULL;

-- Marks are written while the cohort is examined and the person's training has not ended; afterwards they stand.
CREATE FUNCTION exam_result_finds_exam() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  e enrolments;
  c cohorts;
BEGIN
  SELECT * INTO e FROM enrolments WHERE id = NEW.enrolment_id;
  SELECT * INTO c FROM cohorts WHERE id = e.cohort_id FOR NO KEY UPDATE;
  SELECT * INTO e FROM enrolments WHERE id = NEW.enrolment_id;
  IF c.state <> 'EXAM' OR e.state <> 'IN_TRAINING' THEN
    PERFORM refuse('WRONG_STATE', 'theory', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exam_result_finds_exam BEFORE INSERT OR UPDATE ON exam_results FOR EACH ROW EXECUTE FUNCTION exam_result_finds_exam();

-- R44, R45: attended 课时 of somebody who is or was in training, unless he completed, never more than were timetabled, and none after CLOSED.
CREATE FUNCTION attended_within_lessons() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c cohorts;
  most int;
BEGIN
  SELECT * INTO c FROM cohorts WHERE id = NEW.cohort_id FOR NO KEY UPDATE;
  IF c.state NOT IN ('IN_PROGRESS', 'EXAM') OR OLD.state NOT IN ('IN_TRAINING', 'NOT_COMPLETED', 'DROPPED') THEN
    PERFORM refuse('WRONG_STATE', 'attended', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  SELECT coalesce(sum(l.periods), 0) INTO most FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id WHERE tl.enrolment_id = NEW.id;
  IF NEW.attended_periods > most THEN
    PERFORM refuse('INPUT_WRONG', 'attended', jsonb_build_object('case', 'ATTENDED_OVER', 'most', most, 'wanted', NEW.attended_periods));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attended_within_lessons BEFORE UPDATE OF attended_periods ON enrolments
  FOR EACH ROW WHEN (NEW.attended_periods IS DISTINCT FROM OLD.attended_periods) EXECUTE FUNCTION attended_within_lessons();

-- R53: a cohort is closed with everybody's attendance.
CREATE FUNCTION cohort_closes_with_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE missing int;
BEGIN
  SELECT count(*) INTO missing FROM enrolments
  WHERE cohort_id = NEW.id AND state IN ('COMPLETED', 'NOT_COMPLETED') AND attended_periods IS NULL;
  IF missing > 0 THEN PERFORM refuse('WRONG_STATE', 'enrolments', jsonb_build_object('case', 'NO_ATTENDANCE', 'missing', missing)); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cohort_closes_with_attendance BEFORE UPDATE OF state ON cohorts
  FOR EACH ROW WHEN (NEW.state = 'CLOSED' AND OLD.state <> 'CLOSED') EXECUTE FUNCTION cohort_closes_with_attendance();

-- A number is as long as it must be: lpad alone cuts the hundredth cohort off the base to two digits.
CREATE FUNCTION padded(n int, digits int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT lpad(n::text, greatest(digits, length(n::text)), '0')
$$;
CREATE OR REPLACE FUNCTION number_cohort(c cohorts) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  y int := extract(year FROM c.starts_on);
  n int;
BEGIN
  PERFORM ensure_year(y);
  UPDATE training_years SET cohort_count = cohort_count + c.at_base::int, outside_count = outside_count + (NOT c.at_base)::int
  WHERE year = y RETURNING CASE WHEN c.at_base THEN cohort_count ELSE outside_count END INTO n;
  RETURN y || '-' || CASE WHEN c.at_base THEN padded(n, 3) ELSE 'W' || padded(n, 2) END;
END $$;

-- R52, I17: the number is taken from the cohort's row, held until the COMMIT; what is rolled back leaves no gap.
CREATE FUNCTION certificate_gets_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE cohort_number text;
BEGIN
  UPDATE cohorts SET certificate_count = certificate_count + 1 WHERE id = NEW.cohort_id AND state IN ('EXAM', 'CLOSED')
  RETURNING number, certificate_count INTO cohort_number, NEW.person_number;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM enrolments WHERE id = NEW.enrolment_id AND cohort_id = NEW.cohort_id AND state = 'COMPLETED') THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId', jsonb_build_object('case', 'NOT_COMPLETED'));
  END IF;
  NEW.number := 'DR' || replace(cohort_number, '-', '') || padded(NEW.person_number, 3);
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_gets_number BEFORE INSERT ON certificates FOR EACH ROW EXECUTE FUNCTION certificate_gets_number();

CREATE FUNCTION certificate_is_voided_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.voided_on IS NOT NULL OR (NEW.id, NEW.cohort_id, NEW.enrolment_id, NEW.person_number, NEW.number, NEW.issued_on, NEW.issued_by_id)
    <> (OLD.id, OLD.cohort_id, OLD.enrolment_id, OLD.person_number, OLD.number, OLD.issued_on, OLD.issued_by_id)
  THEN PERFORM refuse('WRONG_STATE', 'certificateId', jsonb_build_object('case', 'VOIDED')); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_is_voided_once BEFORE UPDATE ON certificates FOR EACH ROW EXECUTE FUNCTION certificate_is_voided_once();

CREATE FUNCTION request_is_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved IS NOT NULL THEN PERFORM refuse('WRONG_STATE', 'requestId'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_is_decided_once BEFORE UPDATE ON certificate_requests FOR EACH ROW EXECUTE FUNCTION request_is_decided_once();

-- I29: what is written about a person's result stands in the history of the enrolment, what is asked for a cohort in that of the cohort.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON exam_results
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('enrolment_id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON certificates
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('enrolment_id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON certificate_requests
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('cohort_id');

REVOKE EXECUTE ON FUNCTION exam_result_finds_exam, attended_within_lessons, cohort_closes_with_attendance, certificate_gets_number,
  certificate_is_voided_once, request_is_decided_once FROM PUBLIC;
GRANT SELECT ON exam_results, certificates, certificate_requests TO portal_app;
GRANT INSERT ON exam_results, certificate_requests TO portal_app;
GRANT INSERT (id, cohort_id, enrolment_id, person_number, number, issued_on, issued_by_id, is_demo) ON certificates TO portal_app;
GRANT UPDATE (held_on, theory, practice, plan) ON exam_results TO portal_app;
GRANT UPDATE (voided_on, void_reason, voided_by_id) ON certificates TO portal_app;
GRANT UPDATE (decided_by_id, approved, decision) ON certificate_requests TO portal_app;
GRANT UPDATE (attended_periods) ON enrolments TO portal_app;

CREATE VIEW checks.certificate_gap AS
  SELECT c.number, c.certificate_count AS kept, count(x.id)::int AS issued, max(x.person_number) AS highest
  FROM cohorts c LEFT JOIN certificates x ON x.cohort_id = c.id GROUP BY c.id
  HAVING c.certificate_count <> count(x.id) OR c.certificate_count <> coalesce(max(x.person_number), 0);
GRANT SELECT ON checks.certificate_gap TO portal_app;
