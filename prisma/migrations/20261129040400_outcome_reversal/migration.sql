-- R53: an outcome registered by mistake is taken back by the director with a reason, once the cohort is closed by the county,
-- which opens the cohort again for it. The person is in training again; the valid certificate is voided before.
ALTER TABLE "enrolments" ADD COLUMN "outcome_reversed_by_id" UUID, ADD COLUMN "outcome_reversal_reason" TEXT;
ALTER TABLE "cohorts" ADD COLUMN "reopened_by_id" UUID, ADD COLUMN "reopen_reason" TEXT;
GRANT UPDATE (outcome_reversed_by_id, outcome_reversal_reason) ON enrolments TO portal_app;
GRANT UPDATE (reopened_by_id, reopen_reason) ON cohorts TO portal_app;
INSERT INTO enrolment_moves (from_state, to_state) VALUES ('COMPLETED', 'IN_TRAINING'), ('NOT_COMPLETED', 'IN_TRAINING');
INSERT INTO cohort_moves (from_state, to_state) VALUES ('CLOSED', 'EXAM');

CREATE FUNCTION cohort_is_reopened() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.state = 'CLOSED' AND NEW.state = 'EXAM' THEN
    IF NOT signs_as(NEW.reopened_by_id, 'COUNTY_REVIEWER') OR coalesce(NEW.reopen_reason, '') = '' THEN
      PERFORM refuse_signature('state');
    END IF;
    NEW.closing_proposed_by_id := NULL;
    NEW.closing_proposed_at := NULL;
    NEW.closed_by_id := NULL;
    NEW.closed_at := NULL;
  ELSIF (NEW.reopened_by_id, NEW.reopen_reason) IS DISTINCT FROM (OLD.reopened_by_id, OLD.reopen_reason) THEN
    PERFORM refuse_signature('state');
  END IF;
  RETURN NEW;
END $$;
-- Comes last by its name: until then the signatures of the closing stand as they were.
CREATE TRIGGER cohort_then_is_reopened BEFORE UPDATE OF state, reopened_by_id, reopen_reason ON cohorts
  FOR EACH ROW EXECUTE FUNCTION cohort_is_reopened();

CREATE FUNCTION outcome_is_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c cohorts;
BEGIN
  IF OLD.state NOT IN ('COMPLETED', 'NOT_COMPLETED') OR NEW.state <> 'IN_TRAINING' THEN
    IF (NEW.outcome_reversed_by_id, NEW.outcome_reversal_reason)
      IS DISTINCT FROM (OLD.outcome_reversed_by_id, OLD.outcome_reversal_reason) THEN
      PERFORM refuse_signature('enrolmentId');
    END IF;
    RETURN NEW;
  END IF;

  PERFORM 1 FROM cohorts WHERE id = NEW.cohort_id FOR NO KEY UPDATE;
  SELECT * INTO c FROM cohorts WHERE id = NEW.cohort_id;
  IF c.state <> 'EXAM' OR NEW.cohort_id <> OLD.cohort_id THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  IF EXISTS (SELECT FROM certificates WHERE enrolment_id = NEW.id AND voided_on IS NULL) THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId', '{"case": "CERTIFIED"}');
  END IF;
  IF coalesce(NEW.outcome_reversal_reason, '') = '' OR NOT (signs_as(NEW.outcome_reversed_by_id, 'BASE_DIRECTOR')
    OR NEW.outcome_reversed_by_id = c.reopened_by_id AND signs_as(c.reopened_by_id, 'COUNTY_REVIEWER')) THEN
    PERFORM refuse_signature('enrolmentId');
  END IF;
  NEW.ended_on := NULL;
  NEW.outcome_by_id := NULL;
  -- The lessons are filled in again by the trigger for everybody who comes into training.
  DELETE FROM trainee_lessons WHERE enrolment_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_is_taken_back BEFORE UPDATE OF state, outcome_reversed_by_id, outcome_reversal_reason ON enrolments
  FOR EACH ROW EXECUTE FUNCTION outcome_is_taken_back();
REVOKE EXECUTE ON FUNCTION cohort_is_reopened, outcome_is_taken_back FROM PUBLIC;
