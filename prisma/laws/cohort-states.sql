-- I15: a cohort moves along the arrows of cohort_moves only; what it may still change depends on its state.

CREATE FUNCTION number_cohort(c cohorts) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  y int := extract(year FROM c.starts_on);
  n int;
BEGIN
  PERFORM ensure_year(y);
  UPDATE training_years SET cohort_count = cohort_count + c.at_base::int, outside_count = outside_count + (NOT c.at_base)::int
  WHERE year = y RETURNING CASE WHEN c.at_base THEN cohort_count ELSE outside_count END INTO n;
  RETURN y || '-' || CASE WHEN c.at_base THEN padded(n, 3) ELSE 'W' || padded(n, 2) END;
END $$;
REVOKE EXECUTE ON FUNCTION number_cohort FROM PUBLIC;

-- I2, R29: planned size within the figure for its type and within the smallest classroom it uses.
CREATE FUNCTION refuse_seats(c cohorts) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kind "CourseType" := (SELECT type FROM courses WHERE id = c.course_id);
  most int := parameter('seats_' || lower(kind::text), c.starts_on);
  room classrooms;
BEGIN
  IF c.seats < c.confirmed THEN
    PERFORM refuse('CAPACITY_BELOW_HELD', 'seats', jsonb_build_object('held', c.confirmed, 'wanted', c.seats));
  END IF;
  IF c.seats > most THEN PERFORM refuse('INPUT_WRONG', 'seats', jsonb_build_object('case', 'SEATS_OVER_TYPE', 'most', most)); END IF;
  room := smallest_classroom(c.id);
  IF c.seats > room.seats THEN
    PERFORM refuse('ROOM_TOO_SMALL', 'seats',
      jsonb_build_object('classroom', room.label || ' ' || room.name, 'seats', room.seats, 'wanted', c.seats));
  END IF;
END $$;

CREATE FUNCTION refuse_stray_lessons(c cohorts) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE stray int;
BEGIN
  SELECT count(*) INTO stray FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
  WHERE lc.cohort_id = c.id AND NOT lc.cancelled AND l.day NOT BETWEEN c.starts_on AND c.ends_on;
  IF stray > 0 THEN PERFORM refuse('INPUT_WRONG', 'startsOn', jsonb_build_object('case', 'LESSONS_OUTSIDE', 'lessons', stray)); END IF;
END $$;

CREATE FUNCTION cohort_is_founded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
CREATE TRIGGER cohort_is_founded BEFORE INSERT ON cohorts FOR EACH ROW EXECUTE FUNCTION cohort_is_founded();

CREATE FUNCTION cohort_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE figures jsonb := jsonb_build_object('number', OLD.number, 'state', OLD.state, 'wanted', NEW.state);
BEGIN
  IF NEW.state <> OLD.state AND NOT EXISTS (SELECT FROM cohort_moves WHERE from_state = OLD.state AND to_state = NEW.state) THEN
    PERFORM refuse('WRONG_STATE', 'state', figures);
  END IF;
  IF NEW.state = 'CANCELLED' AND OLD.confirmed > 0 THEN PERFORM refuse('WRONG_STATE', 'state', figures); END IF;
  -- R53: closed only when everybody's training has ended one way or the other.
  IF NEW.state = 'CLOSED' AND EXISTS (SELECT FROM enrolments
      WHERE cohort_id = NEW.id AND state IN ('APPLIED', 'WAITLISTED', 'CONFIRMED', 'IN_TRAINING')) THEN
    PERFORM refuse('WRONG_STATE', 'enrolments', figures);
  END IF;
  -- R25: the start may be moved before the start, not after.
  IF (NEW.starts_on, NEW.at_base, NEW.course_id) <> (OLD.starts_on, OLD.at_base, OLD.course_id)
    AND OLD.state IN ('IN_PROGRESS', 'EXAM', 'CLOSED', 'CANCELLED', 'REJECTED') THEN
    PERFORM refuse('WRONG_STATE', 'startsOn', figures);
  END IF;
  IF OLD.state IN ('CLOSED', 'CANCELLED', 'REJECTED') AND (NEW.seats, NEW.ends_on) <> (OLD.seats, OLD.ends_on) THEN
    PERFORM refuse('WRONG_STATE', 'seats', figures);
  END IF;
  IF (NEW.seats, NEW.course_id) <> (OLD.seats, OLD.course_id) THEN PERFORM refuse_seats(NEW); END IF;
  IF (NEW.starts_on, NEW.ends_on) <> (OLD.starts_on, OLD.ends_on) THEN PERFORM refuse_stray_lessons(NEW); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cohort_keeps_to_arrows BEFORE UPDATE OF state, seats, starts_on, ends_on, at_base, course_id ON cohorts
  FOR EACH ROW EXECUTE FUNCTION cohort_keeps_to_arrows();

-- R53: a cohort is closed with everybody's attendance.
CREATE FUNCTION cohort_closes_with_attendance() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE missing int;
BEGIN
  SELECT count(*) INTO missing FROM enrolments e JOIN attendance_standings s ON s.enrolment_id = e.id
  WHERE e.cohort_id = NEW.id AND e.state IN ('COMPLETED', 'NOT_COMPLETED') AND (s.attended IS NULL OR s.waiting > 0);
  IF missing > 0 THEN PERFORM refuse('WRONG_STATE', 'enrolments', jsonb_build_object('case', 'NO_ATTENDANCE', 'missing', missing)); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cohort_closes_with_attendance BEFORE UPDATE OF state ON cohorts
  FOR EACH ROW WHEN (NEW.state = 'CLOSED' AND OLD.state <> 'CLOSED') EXECUTE FUNCTION cohort_closes_with_attendance();

-- The exam begins when no lesson lies ahead, or by the director with a reason; back to the lessons as long as nobody has an outcome.
CREATE FUNCTION exam_waits_for_lessons() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE ahead int;
BEGIN
  IF OLD.state = 'IN_PROGRESS' AND NEW.state = 'EXAM' THEN
    ahead := lessons_ahead(NEW.id);
    IF ahead > 0 AND NOT (signs_as(NEW.exam_begun_by_id, 'BASE_DIRECTOR') AND coalesce(NEW.exam_reason, '') <> '') THEN
      PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'EXAM_AHEAD', 'number', NEW.number, 'ahead', ahead));
    END IF;
  ELSIF OLD.state = 'EXAM' AND NEW.state = 'IN_PROGRESS' THEN
    IF EXISTS (SELECT FROM enrolments WHERE cohort_id = NEW.id AND state IN ('COMPLETED', 'NOT_COMPLETED')) THEN
      PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'OUTCOMES_STAND', 'number', NEW.number));
    END IF;
    NEW.exam_begun_by_id := NULL;
    NEW.exam_reason := NULL;
    NEW.closing_proposed_by_id := NULL;
  ELSIF (NEW.exam_begun_by_id, NEW.exam_reason) IS DISTINCT FROM (OLD.exam_begun_by_id, OLD.exam_reason) THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('number', NEW.number, 'state', OLD.state));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exam_waits_for_lessons BEFORE UPDATE OF state, exam_begun_by_id, exam_reason ON cohorts
  FOR EACH ROW EXECUTE FUNCTION exam_waits_for_lessons();

-- R53: a closed cohort is opened again by the county with a reason, so that a wrong outcome can be taken back.
CREATE FUNCTION cohort_is_reopened() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.state = 'CLOSED' AND NEW.state = 'EXAM' THEN
    IF NOT signs_as(NEW.reopened_by_id, 'COUNTY_REVIEWER') OR coalesce(NEW.reopen_reason, '') = '' THEN
      PERFORM refuse_signature('state');
    END IF;
    NEW.closing_proposed_by_id := NULL;
    NEW.closing_proposed_at := NULL;
    NEW.closed_by_id := NULL;
    NEW.closed_at := NULL;
  ELSIF (NEW.reopened_by_id, NEW.reopen_reason) IS DISTINCT FROM (OLD.reopened_by_id, OLD.reopen_reason) THEN
    PERFORM refuse_signature('state');
  END IF;
  RETURN NEW;
END $$;
-- Comes last by its name: until then the signatures of the closing stand as they were.
CREATE TRIGGER cohort_then_is_reopened BEFORE UPDATE OF state, reopened_by_id, reopen_reason ON cohorts
  FOR EACH ROW EXECUTE FUNCTION cohort_is_reopened();
