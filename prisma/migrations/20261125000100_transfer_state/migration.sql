-- R28, I15: who moves from a started cohort into one that has not begun has a place there and waits for its start; without a change of
-- cohort nobody goes back from training. No row of enrolment_moves, which would allow it within one cohort too.
CREATE OR REPLACE FUNCTION enrolment_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moves boolean := TG_OP = 'UPDATE' AND OLD.state = 'IN_TRAINING' AND NEW.state IN ('IN_TRAINING', 'CONFIRMED') AND NEW.cohort_id <> OLD.cohort_id;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state IN ('APPLIED', 'WAITLISTED', 'CONFIRMED') THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (CASE WHEN moves THEN (NEW.state = 'CONFIRMED') = EXISTS (SELECT FROM cohorts WHERE id = NEW.cohort_id AND state = 'APPROVED')
    ELSE NEW.state = OLD.state OR EXISTS (SELECT FROM enrolment_moves WHERE from_state = OLD.state AND to_state = NEW.state) END)
  THEN
    IF NEW.trainee_id <> OLD.trainee_id THEN PERFORM refuse('WRONG_STATE', 'traineeId'); END IF;
    RETURN NEW;
  END IF;
  PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', CASE TG_OP WHEN 'UPDATE' THEN OLD.state END, 'wanted', NEW.state));
END $$;
CREATE OR REPLACE TRIGGER enrolment_keeps_to_arrows BEFORE INSERT OR UPDATE OF state, trainee_id, cohort_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_keeps_to_arrows();
