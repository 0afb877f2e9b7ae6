-- R52, I16, I17, I38: numbers without a gap, by the request another person decided; what is printed never changes.

-- I16: staff propose, the director decides.
CREATE FUNCTION certificate_request_is_signed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE FUNCTION certificate_gets_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
CREATE TRIGGER certificate_gets_number BEFORE INSERT ON certificates FOR EACH ROW EXECUTE FUNCTION certificate_gets_number();

-- R52, I38: a certificate keeps the name and the facts it was issued with, whatever the person is called later.
-- The sealed number is the trainee's, copied as it is: it opens with the trainee's place only. The trainee is held, so that a name that
-- changes at this moment is either copied or finds this certificate and outdates it.
CREATE FUNCTION certificate_takes_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  SELECT t.name, t.sex, t.birth_date, t.id_number_sealed, r.name, coalesce(r.occupation, r.name), r.level, c.starts_on,
    c.ends_on, s.attended, s.scheduled
  INTO NEW.name, NEW.sex, NEW.birth_date, NEW.id_number_sealed, NEW.course, NEW.occupation, NEW.level, NEW.starts_on, NEW.ends_on,
    NEW.attended_periods, NEW.scheduled_periods
  FROM enrolments e JOIN trainees t ON t.id = e.trainee_id JOIN cohorts c ON c.id = e.cohort_id JOIN courses r ON r.id = c.course_id
  JOIN attendance_standings s ON s.enrolment_id = e.id
  WHERE e.id = NEW.enrolment_id FOR NO KEY UPDATE OF t;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_takes_facts BEFORE INSERT ON certificates FOR EACH ROW EXECUTE FUNCTION certificate_takes_facts();

CREATE FUNCTION certificate_is_voided_once() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE TRIGGER certificate_is_voided_once BEFORE UPDATE ON certificates FOR EACH ROW EXECUTE FUNCTION certificate_is_voided_once();

-- R33: what of a course counts as an occupation at a level: its own, where it is a skill, and those it covers.
CREATE FUNCTION taught_occupations(course uuid) RETURNS jsonb LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('subject', subject, 'level', level)), '[]') FROM (
    SELECT coalesce(occupation_code, occupation) AS subject, level FROM courses WHERE id = course AND type = 'SKILL'
    UNION ALL
    SELECT coalesce(occupation_code, occupation), nullif(level, '') FROM course_occupations WHERE course_id = course) AS taught
  WHERE subject IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION taught_occupations TO portal_app;
