-- R46, I16: leave lies in the cohort's days, is asked for by one and decided once by another.

CREATE FUNCTION leave_is_signed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  decision text[] := ARRAY['decided_by_id', 'approved', 'decision', 'decided_at'];
  e enrolments;
  c cohorts;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO e FROM enrolments WHERE id = NEW.enrolment_id;
    SELECT * INTO c FROM cohorts WHERE id = e.cohort_id FOR NO KEY UPDATE;
    IF e.state NOT IN ('CONFIRMED', 'IN_TRAINING') THEN
      PERFORM refuse('WRONG_STATE', 'enrolmentId', jsonb_build_object('case', 'LEAVE_OVER', 'number', c.number));
    END IF;
    IF NEW.from_day < c.starts_on OR NEW.to_day > c.ends_on THEN
      PERFORM refuse('INPUT_WRONG', 'fromDay',
        jsonb_build_object('case', 'LEAVE_OUTSIDE', 'number', c.number, 'from', c.starts_on, 'to', c.ends_on));
    END IF;
    IF num_nonnulls(NEW.decided_by_id, NEW.approved, NEW.decision, NEW.decided_at) > 0
      OR NOT signs_as(NEW.asked_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') THEN PERFORM refuse_signature('enrolmentId'); END IF;
    NEW.asked_at := transaction_timestamp();
    RETURN NEW;
  END IF;
  IF OLD.approved IS NOT NULL OR NEW.approved IS NULL OR to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision THEN
    PERFORM refuse('WRONG_STATE', 'leaveId', '{"case": "LEAVE_DECIDED"}');
  END IF;
  IF NEW.decided_by_id = OLD.asked_by_id THEN PERFORM refuse('SAME_PERSON', 'leaveId'); END IF;
  PERFORM refuse_signer(NEW.decided_by_id, 'attendance:correct', 'leaveId');
  NEW.decided_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER leave_is_signed BEFORE INSERT OR UPDATE ON leaves FOR EACH ROW EXECUTE FUNCTION leave_is_signed();

GRANT SELECT ON leaves TO portal_app;
GRANT INSERT (id, enrolment_id, mark, from_day, to_day, reason, asked_by_id) ON leaves TO portal_app;
GRANT UPDATE (decided_by_id, approved, decision) ON leaves TO portal_app;

-- I29: leave stands in the history of the enrolment.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON leaves DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('enrolment_id');
