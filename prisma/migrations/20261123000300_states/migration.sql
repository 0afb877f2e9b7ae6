-- I15: cohorts and enrolments move along the arrows only; what a cohort may still change depends on its state.
CREATE FUNCTION enrolment_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state IN ('APPLIED', 'WAITLISTED', 'CONFIRMED') THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (NEW.state = OLD.state OR EXISTS (SELECT FROM enrolment_moves WHERE from_state = OLD.state AND to_state = NEW.state)) THEN
    IF NEW.trainee_id <> OLD.trainee_id THEN PERFORM refuse('WRONG_STATE', 'traineeId'); END IF;
    RETURN NEW;
  END IF;
  PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', CASE TG_OP WHEN 'UPDATE' THEN OLD.state END, 'wanted', NEW.state));
END $$;
CREATE TRIGGER enrolment_keeps_to_arrows BEFORE INSERT OR UPDATE OF state, trainee_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_keeps_to_arrows();

CREATE FUNCTION smallest_classroom(cohort uuid) RETURNS classrooms LANGUAGE sql STABLE AS $$
  SELECT r FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id JOIN classrooms r ON r.number = l.classroom_number
  WHERE lc.cohort_id = cohort AND NOT lc.cancelled ORDER BY r.seats, r.number LIMIT 1
$$;

-- I2, R29: planned size within the figure for its type and within the smallest classroom it uses.
CREATE FUNCTION refuse_seats(c cohorts) RETURNS void LANGUAGE plpgsql AS $$
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
    PERFORM refuse('ROOM_TOO_SMALL', 'seats', jsonb_build_object('classroom', room.label || ' ' || room.name, 'seats', room.seats, 'wanted', c.seats));
  END IF;
END $$;

CREATE FUNCTION refuse_stray_lessons(c cohorts) RETURNS void LANGUAGE plpgsql AS $$
DECLARE stray int;
BEGIN
  SELECT count(*) INTO stray FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
  WHERE lc.cohort_id = c.id AND NOT lc.cancelled AND l.day NOT BETWEEN c.starts_on AND c.ends_on;
  IF stray > 0 THEN PERFORM refuse('INPUT_WRONG', 'startsOn', jsonb_build_object('case', 'LESSONS_OUTSIDE', 'lessons', stray)); END IF;
END $$;

CREATE FUNCTION number_cohort(c cohorts) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  y int := extract(year FROM c.starts_on);
  n int;
BEGIN
  PERFORM ensure_year(y);
  UPDATE training_years SET cohort_count = cohort_count + c.at_base::int, outside_count = outside_count + (NOT c.at_base)::int
  WHERE year = y RETURNING CASE WHEN c.at_base THEN cohort_count ELSE outside_count END INTO n;
  RETURN y || '-' || CASE WHEN c.at_base THEN lpad(n::text, 3, '0') ELSE 'W' || lpad(n::text, 2, '0') END;
END $$;

CREATE FUNCTION cohort_is_founded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.state <> 'DRAFT' THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('wanted', NEW.state)); END IF;
  NEW.confirmed := 0;
  PERFORM refuse_seats(NEW);
  NEW.number := number_cohort(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER cohort_is_founded BEFORE INSERT ON cohorts FOR EACH ROW EXECUTE FUNCTION cohort_is_founded();

CREATE FUNCTION cohort_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE figures jsonb := jsonb_build_object('number', OLD.number, 'state', OLD.state, 'wanted', NEW.state);
BEGIN
  IF NEW.state <> OLD.state AND NOT EXISTS (SELECT FROM cohort_moves WHERE from_state = OLD.state AND to_state = NEW.state) THEN
    PERFORM refuse('WRONG_STATE', 'state', figures);
  END IF;
  IF NEW.state = 'CANCELLED' AND OLD.confirmed > 0 THEN PERFORM refuse('WRONG_STATE', 'state', figures); END IF;
  -- R53: closed only when everybody's training has ended one way or the other.
  IF NEW.state = 'CLOSED' AND EXISTS (SELECT FROM enrolments WHERE cohort_id = NEW.id AND state IN ('APPLIED', 'WAITLISTED', 'CONFIRMED', 'IN_TRAINING')) THEN
    PERFORM refuse('WRONG_STATE', 'enrolments', figures);
  END IF;
  -- R25: the start may be moved before the start, not after.
  IF (NEW.starts_on, NEW.at_base, NEW.course_id) <> (OLD.starts_on, OLD.at_base, OLD.course_id) AND OLD.state IN ('IN_PROGRESS', 'EXAM', 'CLOSED', 'CANCELLED', 'REJECTED') THEN
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
