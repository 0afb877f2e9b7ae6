-- I16, R111: a cohort's signatures are written in the step they belong to, with the time of it, and never changed afterwards.

-- Comes after cohort_keeps_to_arrows by its name: that a step is no arrow is said first.
CREATE FUNCTION cohort_signatures() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  figures jsonb := jsonb_build_object('number', OLD.number, 'state', OLD.state, 'wanted', NEW.state);
  moves boolean := NEW.state <> OLD.state;
BEGIN
  IF (NEW.id, NEW.created_by_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.created_by_id, OLD.created_at) THEN
    PERFORM refuse('WRONG_STATE', 'state', figures);
  END IF;

  IF moves AND NEW.state = 'SUBMITTED' THEN
    PERFORM refuse_signer(NEW.submitted_by_id, 'cohort:submit', 'state');
    NEW.submitted_at := now();
  ELSIF (NEW.submitted_by_id, NEW.submitted_at) IS DISTINCT FROM (OLD.submitted_by_id, OLD.submitted_at) THEN
    PERFORM refuse('WRONG_STATE', 'state', figures);
  END IF;

  IF moves AND NEW.state = 'APPROVED' THEN
    IF NEW.approved_by_id IN (NEW.created_by_id, NEW.submitted_by_id) THEN PERFORM refuse('SAME_PERSON', 'state'); END IF;
    PERFORM refuse_signer(NEW.approved_by_id, 'cohort:approve', 'state');
    NEW.approved_at := now();
  ELSIF (NEW.approved_by_id, NEW.approved_at, NEW.approval_document_no)
    IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_at, OLD.approval_document_no) THEN
    PERFORM refuse('WRONG_STATE', 'state', figures);
  END IF;

  IF moves AND NEW.state = 'CLOSED' THEN
    IF OLD.closing_proposed_by_id IS NULL THEN
      PERFORM refuse('WRONG_STATE', 'state', figures || '{"case": "CLOSING_NOT_PROPOSED"}');
    END IF;
    IF NEW.closed_by_id = OLD.closing_proposed_by_id THEN PERFORM refuse('SAME_PERSON', 'state'); END IF;
    PERFORM refuse_signer(NEW.closed_by_id, 'cohort:close', 'state');
    NEW.closed_at := now();
  ELSIF (NEW.closed_by_id, NEW.closed_at) IS DISTINCT FROM (OLD.closed_by_id, OLD.closed_at) THEN
    PERFORM refuse('WRONG_STATE', 'state', figures);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cohort_signatures BEFORE UPDATE ON cohorts FOR EACH ROW EXECUTE FUNCTION cohort_signatures();

-- A closing is proposed in the exam, and stands until it is followed or sent back with a reason by somebody else.
CREATE FUNCTION cohort_signatures_of_closing() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  figures jsonb := jsonb_build_object('number', OLD.number, 'state', OLD.state, 'wanted', NEW.state);
  rests boolean := NEW.state = OLD.state AND NEW.state = 'EXAM';
BEGIN
  -- A cohort that leaves the exam another way has nothing left to close.
  IF OLD.state = 'EXAM' AND NEW.state NOT IN ('EXAM', 'CLOSED') THEN
    NEW.closing_proposed_by_id := NULL;
    NEW.closing_proposed_at := NULL;
    RETURN NEW;
  END IF;

  IF rests AND OLD.closing_proposed_by_id IS NULL AND NEW.closing_proposed_by_id IS NOT NULL THEN
    PERFORM refuse_signer(NEW.closing_proposed_by_id, 'cohort:proposeClosing', 'state');
    NEW.closing_proposed_at := now();
    NEW.closing_returned_by_id := NULL;
    NEW.closing_returned_at := NULL;
    NEW.closing_return_reason := NULL;
  ELSIF rests AND OLD.closing_proposed_by_id IS NOT NULL AND NEW.closing_proposed_by_id IS NULL THEN
    IF NEW.closing_returned_by_id = OLD.closing_proposed_by_id THEN PERFORM refuse('SAME_PERSON', 'state'); END IF;
    PERFORM refuse_signer(NEW.closing_returned_by_id, 'cohort:close', 'state');
    NEW.closing_proposed_at := NULL;
    NEW.closing_returned_at := now();
  ELSIF (NEW.closing_proposed_by_id, NEW.closing_proposed_at, NEW.closing_returned_by_id, NEW.closing_returned_at,
      NEW.closing_return_reason)
    IS DISTINCT FROM (OLD.closing_proposed_by_id, OLD.closing_proposed_at, OLD.closing_returned_by_id, OLD.closing_returned_at,
      OLD.closing_return_reason) THEN
    PERFORM refuse('WRONG_STATE', 'state', figures);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cohort_signatures_of_closing BEFORE UPDATE ON cohorts FOR EACH ROW EXECUTE FUNCTION cohort_signatures_of_closing();
