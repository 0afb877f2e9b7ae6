-- I16, R111: a signature is written in the act it belongs to, by an active account whose role may, at the time of the transaction,
-- and is never changed afterwards. Money has had this since the laws of the fund; here it is for cohorts and enrolments.

-- Which roles may sign which act; a test keeps it equal to lib/auth/permissions.ts.
CREATE FUNCTION signers(act text) RETURNS "Role"[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN act IN ('cohort:draft', 'cohort:submit', 'enrolment:create', 'enrolment:transfer') THEN ARRAY['BASE_STAFF', 'BASE_DIRECTOR']
    WHEN act = 'cohort:proposeClosing' THEN ARRAY['BASE_DIRECTOR']
    WHEN act IN ('cohort:approve', 'cohort:close') THEN ARRAY['COUNTY_REVIEWER']
    WHEN act IN ('enrolment:late', 'enrolment:transferLate') THEN ARRAY['BASE_DIRECTOR', 'COUNTY_REVIEWER']
    ELSE ARRAY[]::text[] END::"Role"[]
$$;

CREATE FUNCTION refuse_signer(signer uuid, act text, field text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM accounts WHERE id = signer AND disabled_at IS NULL AND role = ANY (signers(act))) THEN
    PERFORM refuse('NOT_ALLOWED', field);
  END IF;
END $$;

-- The closing that the county sends back, and when a closing was proposed and done.
ALTER TABLE "cohorts" ADD COLUMN "closing_proposed_at" TIMESTAMPTZ(3), ADD COLUMN "closing_returned_by_id" UUID,
  ADD COLUMN "closing_returned_at" TIMESTAMPTZ(3), ADD COLUMN "closing_return_reason" TEXT, ADD COLUMN "closed_at" TIMESTAMPTZ(3);
ALTER TABLE cohorts ADD CONSTRAINT returned_closing_is_signed CHECK (closing_returned_by_id IS NULL
  OR (closing_returned_at IS NOT NULL AND length(closing_return_reason) > 0));

CREATE OR REPLACE FUNCTION cohort_is_founded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- A cohort begins as a draft, and no signature is given in advance.
  IF NEW.state <> 'DRAFT' OR coalesce(NEW.submitted_by_id, NEW.approved_by_id, NEW.closing_proposed_by_id, NEW.closing_returned_by_id,
    NEW.closed_by_id) IS NOT NULL OR coalesce(NEW.submitted_at, NEW.approved_at) IS NOT NULL OR NEW.approval_document_no IS NOT NULL THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('wanted', NEW.state));
  END IF;
  PERFORM refuse_signer(NEW.created_by_id, 'cohort:draft', 'state');
  NEW.created_at := now();
  NEW.confirmed := 0;
  NEW.certificate_count := 0;
  PERFORM refuse_seats(NEW);
  NEW.number := number_cohort(NEW);
  RETURN NEW;
END $$;

-- Comes after cohort_keeps_to_arrows by its name: that a step is no arrow is said first.
CREATE FUNCTION cohort_signatures() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE FUNCTION cohort_signatures_of_closing() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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

-- R34, I42: what was approved of an enrolment, a row for each reason; a new reason needs a new row.
CREATE TABLE "enrolment_approvals" (
    "enrolment_id" UUID NOT NULL,
    "need" TEXT NOT NULL,
    "approved_by_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "enrolment_approvals_pkey" PRIMARY KEY ("enrolment_id","need")
);
ALTER TABLE "enrolment_approvals" ADD CONSTRAINT "enrolment_approvals_enrolment_id_fkey" FOREIGN KEY ("enrolment_id")
  REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE enrolment_approvals ADD CONSTRAINT approval_is_of_a_need CHECK (need IN ('LATE', 'OVER_AGE'));
INSERT INTO enrolment_approvals (enrolment_id, need, approved_by_id, approved_at)
  SELECT DISTINCT id, unnest(approval_needed), approved_by_id, coalesce(confirmed_at, applied_at) FROM enrolments
  WHERE approved_by_id IS NOT NULL;

CREATE FUNCTION missing_approvals(e enrolments) RETURNS text[] LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY(SELECT unnest(e.approval_needed) EXCEPT SELECT need FROM enrolment_approvals WHERE enrolment_id = e.id)
$$;

CREATE FUNCTION approval_is_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON enrolment_approvals
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('enrolment_id');

-- The one column of before said who approved, not what: the rows above take its place.
CREATE OR REPLACE VIEW checks.creator_is_approver AS
  SELECT 'cohort' AS subject, id FROM cohorts
  WHERE approved_by_id IN (created_by_id, submitted_by_id) OR closed_by_id = closing_proposed_by_id
  UNION ALL
  SELECT 'enrolment', id FROM enrolments
  WHERE transfer_approved_by_id IN (created_by_id, transfer_requested_by_id)
    OR (transfer_approved_by_id IS NOT NULL AND transfer_requested_by_id IS NULL)
  UNION ALL
  SELECT 'enrolment', e.id FROM enrolments e JOIN enrolment_approvals a ON a.enrolment_id = e.id AND a.approved_by_id = e.created_by_id;
ALTER TABLE enrolments DROP CONSTRAINT late_place_is_approved, DROP CONSTRAINT creator_does_not_approve_enrolment;
ALTER TABLE "enrolments" DROP COLUMN "approved_by_id";
ALTER TABLE enrolments ADD CONSTRAINT creator_does_not_approve_enrolment CHECK (transfer_approved_by_id <> created_by_id);

-- Comes after enrolment_keeps_to_arrows by its name.
CREATE FUNCTION enrolment_signatures() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE OR REPLACE FUNCTION transfer_keeps_its_request() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE OR REPLACE TRIGGER transfer_keeps_its_request BEFORE UPDATE ON enrolments
  FOR EACH ROW EXECUTE FUNCTION transfer_keeps_its_request();

REVOKE EXECUTE ON FUNCTION cohort_signatures, cohort_signatures_of_closing, approval_is_signed, enrolment_signatures FROM PUBLIC;
GRANT SELECT ON enrolment_approvals TO portal_app;
GRANT INSERT (enrolment_id, need, approved_by_id) ON enrolment_approvals TO portal_app;
GRANT UPDATE (closing_returned_by_id, closing_return_reason) ON cohorts TO portal_app;
