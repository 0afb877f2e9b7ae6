-- I16, R28: who approved a late place (R34) and who approved a transfer are two signatures. In one column the old approver of the
-- place could not ask for a transfer. Transfers approved before this keep their approver in approved_by_id, and in the audit.
ALTER TABLE enrolments
  ADD COLUMN transfer_approved_by_id uuid,
  DROP CONSTRAINT creator_does_not_approve_enrolment,
  ADD CONSTRAINT creator_does_not_approve_enrolment CHECK (approved_by_id <> created_by_id AND transfer_approved_by_id <> created_by_id),
  -- An approval without a request would be nobody's: it is refused like the requester's own.
  ADD CONSTRAINT requester_does_not_approve_transfer CHECK (transfer_approved_by_id IS NULL OR coalesce(transfer_approved_by_id <> transfer_requested_by_id, false));
GRANT UPDATE (transfer_approved_by_id) ON enrolments TO portal_app;

-- The constraint sees one row as it ends: nobody may put another requester there in the statement that approves, or afterwards.
CREATE FUNCTION transfer_keeps_its_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.transfer_approved_by_id IS NULL THEN RETURN NEW; END IF;
  IF NEW.transfer_requested_by_id IS DISTINCT FROM OLD.transfer_requested_by_id THEN PERFORM refuse('WRONG_STATE', 'enrolmentId'); END IF;
  IF NEW.transfer_approved_by_id IS DISTINCT FROM OLD.transfer_approved_by_id AND NEW.cohort_id IS DISTINCT FROM OLD.transfer_to_id THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER transfer_keeps_its_request BEFORE UPDATE OF transfer_requested_by_id, transfer_approved_by_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION transfer_keeps_its_request();

CREATE OR REPLACE VIEW checks.creator_is_approver AS
  SELECT 'cohort' AS subject, id FROM cohorts WHERE approved_by_id IN (created_by_id, submitted_by_id) OR closed_by_id = closing_proposed_by_id
  UNION ALL
  SELECT 'enrolment', id FROM enrolments
  WHERE approved_by_id = created_by_id OR transfer_approved_by_id IN (created_by_id, transfer_requested_by_id)
    OR (transfer_approved_by_id IS NOT NULL AND transfer_requested_by_id IS NULL);
