-- R26, I16: an arrival (报到) is noted of somebody with a place, on a day around the training, by one who may; once, until it is undone.

CREATE FUNCTION arrival_is_signed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  undoing text[] := ARRAY['undone_by_id', 'undone_at', 'undo_reason'];
  e enrolments;
  c cohorts;
  earliest date;
BEGIN
  SELECT * INTO e FROM enrolments WHERE id = NEW.enrolment_id;
  -- Nobody leaves the cohort or is called a no-show, and it is not closed, until this stands.
  SELECT * INTO c FROM cohorts WHERE id = e.cohort_id FOR NO KEY UPDATE;
  SELECT * INTO e FROM enrolments WHERE id = NEW.enrolment_id;
  IF TG_OP = 'INSERT' THEN
    IF e.state NOT IN ('CONFIRMED', 'IN_TRAINING') THEN
      PERFORM refuse('WRONG_STATE', 'enrolmentId', jsonb_build_object('case', 'ARRIVAL_OVER', 'number', c.number));
    END IF;
    earliest := c.starts_on - parameter('arrival_days', c.starts_on);
    IF NEW.day NOT BETWEEN earliest AND least(c.ends_on, base_day()) THEN
      PERFORM refuse('INPUT_WRONG', 'day',
        jsonb_build_object('case', 'ARRIVAL_DAY', 'number', c.number, 'from', earliest, 'to', least(c.ends_on, base_day())));
    END IF;
    IF num_nonnulls(NEW.undone_by_id, NEW.undone_at, NEW.undo_reason) > 0
      OR NOT signs_as(NEW.noted_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') THEN PERFORM refuse_signature('enrolmentId'); END IF;
    NEW.noted_at := transaction_timestamp();
    RETURN NEW;
  END IF;
  IF OLD.undone_at IS NOT NULL OR NEW.undone_by_id IS NULL OR to_jsonb(NEW) - undoing <> to_jsonb(OLD) - undoing THEN
    PERFORM refuse('WRONG_STATE', 'arrivalId', '{"case": "ARRIVAL_UNDONE"}');
  END IF;
  IF c.state = 'CLOSED' THEN
    PERFORM refuse('WRONG_STATE', 'arrivalId', jsonb_build_object('case', 'ARRIVAL_CLOSED', 'number', c.number));
  END IF;
  IF NOT signs_as(NEW.undone_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') THEN PERFORM refuse_signature('arrivalId'); END IF;
  NEW.undone_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER arrival_is_signed BEFORE INSERT OR UPDATE ON arrivals FOR EACH ROW EXECUTE FUNCTION arrival_is_signed();

GRANT SELECT ON arrivals TO portal_app;
GRANT INSERT (id, enrolment_id, day, noted_by_id) ON arrivals TO portal_app;
GRANT UPDATE (undone_by_id, undo_reason) ON arrivals TO portal_app;
