-- I16: a certificate is issued, and voided, by the request it names, in the transaction in which another person of the right role decides
-- that request; an outcome is signed by the person who registers it.
ALTER TABLE "certificate_requests" ADD COLUMN "decided_at" TIMESTAMPTZ(6);
ALTER TABLE "certificates" ADD COLUMN "request_id" UUID, ADD COLUMN "void_request_id" UUID;
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_request_id_fkey"
  FOREIGN KEY ("request_id") REFERENCES "certificate_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_void_request_id_fkey"
  FOREIGN KEY ("void_request_id") REFERENCES "certificate_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enrolments" ADD COLUMN "outcome_by_id" UUID;
GRANT INSERT (request_id) ON certificates TO portal_app;
GRANT UPDATE (void_request_id) ON certificates TO portal_app;
GRANT UPDATE (outcome_by_id) ON enrolments TO portal_app;

-- What stands already is completed from its own records; nothing of it changes, so that it needs no entry.
ALTER TABLE certificate_requests DISABLE TRIGGER USER;
ALTER TABLE certificates DISABLE TRIGGER USER;
ALTER TABLE enrolments DISABLE TRIGGER USER;
UPDATE certificate_requests r SET decided_at = coalesce(
  (SELECT max(a.at) FROM audit_entries a
    WHERE a.subject_id = r.cohort_id::text AND a.actor_id = r.decided_by_id AND a.verb LIKE 'certificate.%'),
  r.proposed_on)
WHERE approved IS NOT NULL;
UPDATE certificates x SET
  request_id = (SELECT r.id FROM certificate_requests r WHERE r.kind = 'ISSUE' AND r.cohort_id = x.cohort_id AND r.approved
    AND r.decided_by_id = x.issued_by_id AND r.proposed_on <= x.issued_on ORDER BY r.proposed_on DESC, r.id DESC LIMIT 1),
  void_request_id = (SELECT r.id FROM certificate_requests r WHERE x.voided_on IS NOT NULL AND r.kind = 'VOID' AND r.certificate_id = x.id
    AND r.approved LIMIT 1);
UPDATE enrolments e SET outcome_by_id = (SELECT a.actor_id FROM audit_entries a WHERE a.subject_id = e.id::text
  AND a.verb IN ('enrolment.complete', 'enrolment.notComplete') ORDER BY a.id DESC LIMIT 1)
WHERE state IN ('COMPLETED', 'NOT_COMPLETED');
ALTER TABLE certificate_requests ENABLE TRIGGER USER;
ALTER TABLE certificates ENABLE TRIGGER USER;
ALTER TABLE enrolments ENABLE TRIGGER USER;

CREATE FUNCTION refuse_signature(field text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse('WRONG_STATE', field, '{"case": "SIGNATURE"}');
END $$;

DROP TRIGGER request_is_decided_once ON certificate_requests;
DROP FUNCTION request_is_decided_once;
CREATE FUNCTION certificate_request_is_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE decision text[] := ARRAY['approved', 'decided_by_id', 'decided_at', 'decision'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT signs_as(NEW.proposed_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') OR NEW.proposed_on > base_day()
      OR num_nonnulls(NEW.approved, NEW.decided_by_id, NEW.decided_at, NEW.decision) > 0
      OR NEW.kind = 'VOID' AND NOT EXISTS (
        SELECT FROM certificates
        WHERE id = NEW.certificate_id AND cohort_id = NEW.cohort_id AND voided_on IS NULL AND issued_on <= NEW.proposed_on)
    THEN PERFORM refuse_signature('requestId'); END IF;
    RETURN NEW;
  END IF;
  IF OLD.approved IS NOT NULL OR NEW.approved IS NULL THEN PERFORM refuse('WRONG_STATE', 'requestId'); END IF;
  IF NEW.decided_by_id = OLD.proposed_by_id THEN PERFORM refuse('SAME_PERSON', 'state'); END IF;
  IF to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision OR NOT signs_as(NEW.decided_by_id, 'BASE_DIRECTOR') THEN
    PERFORM refuse_signature('requestId');
  END IF;
  NEW.decided_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_request_is_signed BEFORE INSERT OR UPDATE ON certificate_requests
  FOR EACH ROW EXECUTE FUNCTION certificate_request_is_signed();

-- R52, I17: the number is taken from the cohort's row, held until the COMMIT; what is rolled back leaves no gap.
CREATE OR REPLACE FUNCTION certificate_gets_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  cohort_number text;
  e enrolments;
BEGIN
  UPDATE cohorts SET certificate_count = certificate_count + 1 WHERE id = NEW.cohort_id AND state IN ('EXAM', 'CLOSED')
  RETURNING number, certificate_count INTO cohort_number, NEW.person_number;
  SELECT * INTO e FROM enrolments WHERE id = NEW.enrolment_id AND cohort_id = NEW.cohort_id AND state = 'COMPLETED';
  IF cohort_number IS NULL OR e.id IS NULL THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId', jsonb_build_object('case', 'NOT_COMPLETED'));
  END IF;
  IF lessons_ahead(NEW.cohort_id) > 0 THEN PERFORM refuse('WRONG_STATE', 'state', '{"case": "OUTCOME_AHEAD"}'); END IF;
  IF NEW.issued_on > base_day() OR NEW.issued_on < e.ended_on OR num_nonnulls(NEW.voided_on, NEW.voided_by_id, NEW.void_reason) > 0
    OR NOT EXISTS (SELECT FROM certificate_requests r WHERE r.id = NEW.request_id AND r.kind = 'ISSUE' AND r.cohort_id = NEW.cohort_id
      AND r.approved AND r.decided_by_id = NEW.issued_by_id AND r.proposed_on <= NEW.issued_on AND r.decided_at = transaction_timestamp())
  THEN PERFORM refuse_signature('enrolmentId'); END IF;
  NEW.number := 'DR' || replace(cohort_number, '-', '') || padded(NEW.person_number, 3);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION certificate_is_voided_once() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE void text[] := ARRAY['voided_on', 'void_reason', 'voided_by_id', 'void_request_id'];
BEGIN
  -- I38: what is printed on it never changes.
  IF OLD.voided_on IS NOT NULL OR to_jsonb(NEW) - void <> to_jsonb(OLD) - void THEN
    PERFORM refuse('WRONG_STATE', 'certificateId', jsonb_build_object('case', 'VOIDED'));
  END IF;
  IF NEW.voided_on IS NULL OR NEW.voided_on > base_day() OR NEW.voided_on < NEW.issued_on
    OR NOT EXISTS (SELECT FROM certificate_requests r WHERE r.id = NEW.void_request_id AND r.kind = 'VOID' AND r.certificate_id = NEW.id
      AND r.approved AND r.decided_by_id = NEW.voided_by_id AND r.reason = NEW.void_reason AND r.proposed_on <= NEW.voided_on
      AND r.decided_at = transaction_timestamp())
  THEN PERFORM refuse_signature('certificateId'); END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION outcome_is_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> OLD.state AND NEW.state IN ('COMPLETED', 'NOT_COMPLETED') THEN
    IF NOT signs_as(NEW.outcome_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') OR NEW.ended_on > base_day() THEN
      PERFORM refuse_signature('enrolmentId');
    END IF;
  ELSIF NEW.state <> OLD.state THEN
    NEW.outcome_by_id := NULL;
  ELSIF NEW.outcome_by_id IS DISTINCT FROM OLD.outcome_by_id THEN
    PERFORM refuse_signature('enrolmentId');
  ELSIF NEW.state IN ('COMPLETED', 'NOT_COMPLETED') AND NEW.ended_on IS DISTINCT FROM OLD.ended_on THEN
    PERFORM refuse_signature('enrolmentId');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_is_signed BEFORE UPDATE OF state, outcome_by_id, ended_on ON enrolments
  FOR EACH ROW EXECUTE FUNCTION outcome_is_signed();
REVOKE EXECUTE ON FUNCTION certificate_request_is_signed, outcome_is_signed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refuse_signature TO portal_app;

CREATE VIEW checks.certificate_unsigned AS
  SELECT x.number, 'issued' AS signature FROM certificates x LEFT JOIN certificate_requests r ON r.id = x.request_id
  WHERE coalesce(r.kind <> 'ISSUE' OR NOT r.approved OR r.cohort_id <> x.cohort_id OR r.decided_by_id <> x.issued_by_id
    OR r.decided_by_id = r.proposed_by_id OR x.issued_on < r.proposed_on, true)
    OR NOT EXISTS (SELECT FROM accounts WHERE id = x.issued_by_id)
  UNION ALL
  SELECT x.number, 'voided' FROM certificates x LEFT JOIN certificate_requests r ON r.id = x.void_request_id
  WHERE x.voided_on IS NOT NULL AND (coalesce(r.kind <> 'VOID' OR NOT r.approved OR r.certificate_id <> x.id
    OR r.decided_by_id <> x.voided_by_id OR r.decided_by_id = r.proposed_by_id OR x.voided_on < r.proposed_on, true)
    OR NOT EXISTS (SELECT FROM accounts WHERE id = x.voided_by_id));
GRANT SELECT ON checks.certificate_unsigned TO portal_app;
