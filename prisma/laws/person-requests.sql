-- R98, I16: a person's request (本人请求) is written down by staff, and answered once by the director.

CREATE FUNCTION person_request_is_signed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE answer text[] := ARRAY['approved', 'decided_by_id', 'decided_at', 'decision'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.asked_on > base_day() THEN
      PERFORM refuse('INPUT_WRONG', 'askedOn', jsonb_build_object('case', 'REQUEST_AHEAD', 'today', base_day()));
    END IF;
    IF num_nonnulls(NEW.approved, NEW.decided_by_id, NEW.decided_at, NEW.decision) > 0 OR NOT signs_as(NEW.noted_by_id, 'BASE_STAFF')
    THEN PERFORM refuse_signature('personRequestId'); END IF;
    NEW.noted_at := transaction_timestamp();
    RETURN NEW;
  END IF;
  IF OLD.approved IS NOT NULL OR NEW.approved IS NULL THEN
    PERFORM refuse('WRONG_STATE', 'personRequestId', '{"case": "REQUEST_ANSWERED"}');
  END IF;
  IF NEW.decided_by_id = OLD.noted_by_id THEN PERFORM refuse('SAME_PERSON', 'personRequestId'); END IF;
  IF to_jsonb(NEW) - answer <> to_jsonb(OLD) - answer OR NOT signs_as(NEW.decided_by_id, 'BASE_DIRECTOR') THEN
    PERFORM refuse_signature('personRequestId');
  END IF;
  NEW.decided_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER person_request_is_signed BEFORE INSERT OR UPDATE ON person_requests
  FOR EACH ROW EXECUTE FUNCTION person_request_is_signed();

GRANT SELECT ON person_requests TO portal_app;
GRANT INSERT (id, trainee_id, kind, asked_on, note, noted_by_id) ON person_requests TO portal_app;
GRANT UPDATE (decided_by_id, approved, decision) ON person_requests TO portal_app;

-- I29: a request stands in the history of its person.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON person_requests DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('trainee_id');
