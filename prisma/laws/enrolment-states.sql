-- I15, R28, R34: an enrolment moves along the arrows of enrolment_moves only, with the approvals it needs.

-- R28: who moves from a started cohort into one that has not begun has a place there and waits for its start; without a change of
-- cohort nobody goes back from training. No row of enrolment_moves, which would allow it within one cohort too.
CREATE FUNCTION enrolment_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moves boolean := TG_OP = 'UPDATE' AND OLD.state = 'IN_TRAINING' AND NEW.state IN ('IN_TRAINING', 'CONFIRMED')
    AND NEW.cohort_id <> OLD.cohort_id;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state IN ('APPLIED', 'WAITLISTED', 'CONFIRMED') THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (CASE
    WHEN moves THEN (NEW.state = 'CONFIRMED') = EXISTS (SELECT FROM cohorts WHERE id = NEW.cohort_id AND state = 'APPROVED')
    ELSE NEW.state = OLD.state OR EXISTS (SELECT FROM enrolment_moves WHERE from_state = OLD.state AND to_state = NEW.state) END)
  THEN
    IF NEW.trainee_id <> OLD.trainee_id THEN PERFORM refuse('WRONG_STATE', 'traineeId'); END IF;
    RETURN NEW;
  END IF;
  PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', CASE TG_OP WHEN 'UPDATE' THEN OLD.state END, 'wanted', NEW.state));
END $$;
CREATE TRIGGER enrolment_keeps_to_arrows BEFORE INSERT OR UPDATE OF state, trainee_id, cohort_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_keeps_to_arrows();

-- R34, I42: what was approved of an enrolment is a row for each reason; a new reason needs a new row.
CREATE FUNCTION missing_approvals(e enrolments) RETURNS text[] LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY(SELECT unnest(e.approval_needed) EXCEPT SELECT need FROM enrolment_approvals WHERE enrolment_id = e.id)
$$;

CREATE FUNCTION approval_is_signed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE e enrolments;
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refuse('WRONG_STATE', 'enrolmentId'); END IF;
  SELECT * INTO e FROM enrolments WHERE id = NEW.enrolment_id FOR NO KEY UPDATE;
  IF NEW.approved_by_id = e.created_by_id THEN PERFORM refuse('SAME_PERSON', 'enrolmentId'); END IF;
  -- What waits for a word, or for a transfer that asks again; nothing is approved in advance.
  IF NOT NEW.need = ANY (e.approval_needed) OR NOT (e.state IN ('APPLIED', 'WAITLISTED') OR e.transfer_to_id IS NOT NULL) THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId', jsonb_build_object('state', e.state));
  END IF;
  PERFORM refuse_signer(NEW.approved_by_id, 'enrolment:late', 'enrolmentId');
  NEW.approved_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER approval_is_signed BEFORE INSERT OR UPDATE OR DELETE ON enrolment_approvals
  FOR EACH ROW EXECUTE FUNCTION approval_is_signed();

-- Comes after enrolment_keeps_to_arrows by its name.
CREATE FUNCTION enrolment_signatures() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  enters boolean := holds_place(NEW.state) AND (TG_OP = 'INSERT' OR NOT holds_place(OLD.state));
  moves boolean := enters OR (TG_OP = 'UPDATE' AND (NEW.state, NEW.cohort_id) <> (OLD.state, OLD.cohort_id) AND holds_place(NEW.state));
  begun boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM refuse_signer(NEW.created_by_id, 'enrolment:create', 'state');
    IF coalesce(NEW.transfer_to_id, NEW.transfer_requested_by_id, NEW.transfer_approved_by_id) IS NOT NULL THEN
      PERFORM refuse('WRONG_STATE', 'enrolmentId');
    END IF;
    -- The place in the queue and the time are the database's to give, whatever an INSERT says.
    NEW.queue_no := nextval('enrolments_queue_no_seq');
    NEW.applied_at := now();
  ELSE
    IF (NEW.id, NEW.created_by_id) IS DISTINCT FROM (OLD.id, OLD.created_by_id) OR NOT NEW.approval_needed @> OLD.approval_needed THEN
      PERFORM refuse('WRONG_STATE', 'enrolmentId', jsonb_build_object('state', OLD.state));
    END IF;
    NEW.applied_at := OLD.applied_at;
    -- In another cohort the trainee stands behind all who are there.
    NEW.queue_no := CASE WHEN NEW.cohort_id = OLD.cohort_id THEN OLD.queue_no ELSE nextval('enrolments_queue_no_seq') END;
  END IF;
  NEW.confirmed_at := CASE WHEN enters THEN now() WHEN TG_OP = 'UPDATE' THEN OLD.confirmed_at END;

  -- R34: a cohort that has begun takes nobody in whose late place was not approved; a transfer has its own rule (R28).
  begun := enters AND EXISTS (SELECT FROM cohorts WHERE id = NEW.cohort_id AND state = 'IN_PROGRESS');
  IF moves AND (missing_approvals(NEW) <> '{}' OR (begun AND NOT 'LATE' = ANY (NEW.approval_needed))) THEN
    PERFORM refuse('NOT_ALLOWED', 'enrolmentId');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER enrolment_signatures BEFORE INSERT OR UPDATE ON enrolments FOR EACH ROW EXECUTE FUNCTION enrolment_signatures();

-- R28: asked for by one, approved by another in the act of moving; what no act belongs to is not touched.
CREATE FUNCTION transfer_keeps_its_request() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE moves boolean := NEW.cohort_id <> OLD.cohort_id;
BEGIN
  IF NOT moves AND NEW.transfer_to_id IS NOT NULL AND NEW.transfer_to_id IS DISTINCT FROM OLD.transfer_to_id THEN
    PERFORM refuse_signer(NEW.transfer_requested_by_id, 'enrolment:transfer', 'enrolmentId');
    IF NEW.transfer_approved_by_id IS NOT NULL THEN PERFORM refuse('WRONG_STATE', 'enrolmentId'); END IF;
    RETURN NEW;
  END IF;

  IF moves AND NEW.transfer_approved_by_id IS NOT NULL THEN
    IF NEW.cohort_id IS DISTINCT FROM OLD.transfer_to_id OR NEW.transfer_requested_by_id IS DISTINCT FROM OLD.transfer_requested_by_id THEN
      PERFORM refuse('WRONG_STATE', 'enrolmentId');
    END IF;
    IF NEW.transfer_approved_by_id IN (OLD.transfer_requested_by_id, OLD.created_by_id) THEN PERFORM refuse('SAME_PERSON', 'state'); END IF;
    PERFORM refuse_signer(NEW.transfer_approved_by_id, 'enrolment:transferLate', 'enrolmentId');
    RETURN NEW;
  END IF;

  -- A free transfer was asked of nobody; it ends what was asked before.
  IF moves AND coalesce(NEW.transfer_requested_by_id, NEW.transfer_approved_by_id) IS NULL THEN RETURN NEW; END IF;
  IF (NEW.transfer_requested_by_id, NEW.transfer_approved_by_id)
    IS DISTINCT FROM (OLD.transfer_requested_by_id, OLD.transfer_approved_by_id) THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER transfer_keeps_its_request BEFORE UPDATE ON enrolments
  FOR EACH ROW EXECUTE FUNCTION transfer_keeps_its_request();

-- R26: 未报到 gives the 人次 back, so it is for people who never came; anything attended, a mark, or an arrival says that they did.
CREATE FUNCTION no_show_never_came() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  attended int := greatest(OLD.attended_periods, NEW.attended_periods, (SELECT rolled FROM attendance_sums WHERE enrolment_id = NEW.id), 0);
  arrived date;
BEGIN
  IF attended > 0 OR EXISTS (SELECT FROM exam_results WHERE enrolment_id = NEW.id) THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId', jsonb_build_object('case', 'NO_SHOW_CAME', 'attended', attended));
  END IF;
  SELECT arrived_on INTO arrived FROM arrival_standings WHERE enrolment_id = NEW.id AND known_by IS NOT NULL;
  IF FOUND THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId', jsonb_build_object('case', 'NO_SHOW_ARRIVED', 'day', arrived));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_show_never_came BEFORE UPDATE OF state ON enrolments
  FOR EACH ROW WHEN (NEW.state = 'NO_SHOW' AND OLD.state <> 'NO_SHOW') EXECUTE FUNCTION no_show_never_came();
