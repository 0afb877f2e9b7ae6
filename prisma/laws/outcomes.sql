-- I35, R44–R53: attendance counts lessons that are over; exam and outcome come after the last lesson of the timetable.

CREATE FUNCTION lessons_ahead(cohort uuid) RETURNS int LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::int FROM lesson_cohorts WHERE cohort_id = cohort AND NOT cancelled AND NOT is_over(during)
$$;
GRANT EXECUTE ON FUNCTION lessons_ahead TO portal_app;

-- 课时 of the lessons a person was expected in and that are over.
CREATE FUNCTION held_periods(enrolment uuid) RETURNS int LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(l.periods), 0)::int FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id
  WHERE tl.enrolment_id = enrolment AND is_over(tl.during)
$$;
GRANT EXECUTE ON FUNCTION held_periods TO portal_app;

-- Marks are written while the cohort is examined and the person's training has not ended; afterwards they stand.
CREATE FUNCTION exam_result_finds_exam() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  e enrolments;
  c cohorts;
BEGIN
  SELECT * INTO e FROM enrolments WHERE id = NEW.enrolment_id;
  SELECT * INTO c FROM cohorts WHERE id = e.cohort_id FOR NO KEY UPDATE;
  SELECT * INTO e FROM enrolments WHERE id = NEW.enrolment_id;
  IF c.state <> 'EXAM' OR e.state <> 'IN_TRAINING' THEN
    PERFORM refuse('WRONG_STATE', 'theory', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exam_result_finds_exam BEFORE INSERT OR UPDATE ON exam_results FOR EACH ROW EXECUTE FUNCTION exam_result_finds_exam();

-- R44, R45: attended 课时 of somebody who is or was in training and did not complete it, never more than were held.
CREATE FUNCTION attended_within_lessons() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c cohorts;
  most int;
BEGIN
  SELECT * INTO c FROM cohorts WHERE id = NEW.cohort_id FOR NO KEY UPDATE;
  IF c.state NOT IN ('IN_PROGRESS', 'EXAM') OR OLD.state NOT IN ('IN_TRAINING', 'NOT_COMPLETED', 'DROPPED') THEN
    PERFORM refuse('WRONG_STATE', 'attended', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  IF cohort_is_rolled(NEW.cohort_id) THEN
    PERFORM refuse('WRONG_STATE', 'attended', jsonb_build_object('case', 'ATTENDANCE_ROLLED', 'number', c.number));
  END IF;
  most := held_periods(NEW.id);
  IF NEW.attended_periods > most THEN
    PERFORM refuse('INPUT_WRONG', 'attended', jsonb_build_object('case', 'ATTENDED_OVER', 'most', most, 'wanted', NEW.attended_periods));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attended_within_lessons BEFORE UPDATE OF attended_periods ON enrolments
  FOR EACH ROW WHEN (NEW.attended_periods IS DISTINCT FROM OLD.attended_periods) EXECUTE FUNCTION attended_within_lessons();

CREATE FUNCTION outcome_waits_for_lessons() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE ahead int;
BEGIN
  -- A lesson that is booked meanwhile waits for this row, and is refused by the outcome afterwards.
  PERFORM 1 FROM cohorts WHERE id = NEW.cohort_id FOR NO KEY UPDATE;
  ahead := lessons_ahead(NEW.cohort_id);
  IF ahead > 0 THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'OUTCOME_AHEAD', 'ahead', ahead)); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_waits_for_lessons BEFORE UPDATE OF state ON enrolments
  FOR EACH ROW WHEN (NEW.state IN ('COMPLETED', 'NOT_COMPLETED') AND NEW.state <> OLD.state) EXECUTE FUNCTION outcome_waits_for_lessons();

-- The other way round: no lesson is put, or moved, after an outcome of its cohort, nor ahead of an exam that has begun regularly.
CREATE FUNCTION lesson_comes_before_outcomes() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c cohorts;
BEGIN
  SELECT * INTO c FROM cohorts WHERE id = NEW.cohort_id;
  IF c.state = 'EXAM' AND c.exam_reason IS NULL AND upper(NEW.during) > base_moment()
    OR EXISTS (SELECT FROM enrolments WHERE cohort_id = NEW.cohort_id AND state IN ('COMPLETED', 'NOT_COMPLETED')
      AND (upper(NEW.during) > base_moment() OR (lower(NEW.during) AT TIME ZONE 'Asia/Shanghai')::date > ended_on)) THEN
    PERFORM refuse('WRONG_STATE', 'day', jsonb_build_object('case', 'LESSON_AFTER_EXAM', 'number', c.number));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lesson_cohort_comes_before_outcomes AFTER INSERT OR UPDATE OF during ON lesson_cohorts
  FOR EACH ROW WHEN (NOT NEW.cancelled) EXECUTE FUNCTION lesson_comes_before_outcomes();

-- And no lesson goes away, or gets shorter, whose 课时 somebody has attended already.
CREATE FUNCTION lesson_leaves_attended() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE people int;
BEGIN
  SELECT count(*) INTO people FROM lesson_cohorts lc JOIN enrolments e ON e.cohort_id = lc.cohort_id
  WHERE lc.lesson_id = NEW.id AND e.attended_periods > held_periods(e.id);
  IF people > 0 THEN PERFORM refuse('WRONG_STATE', 'lessonId', jsonb_build_object('case', 'LESSON_ATTENDED', 'people', people)); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER lesson_then_leaves_attended AFTER UPDATE OF day, starts_at, ends_at, periods, cancelled_at ON lessons
  FOR EACH ROW EXECUTE FUNCTION lesson_leaves_attended();

-- I16: an outcome is signed by the person who registers it.
CREATE FUNCTION outcome_is_signed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
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

-- R53: an outcome registered by mistake is taken back by the director with a reason; the valid certificate is voided before.
CREATE FUNCTION outcome_is_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c cohorts;
BEGIN
  IF OLD.state NOT IN ('COMPLETED', 'NOT_COMPLETED') OR NEW.state <> 'IN_TRAINING' THEN
    IF (NEW.outcome_reversed_by_id, NEW.outcome_reversal_reason)
      IS DISTINCT FROM (OLD.outcome_reversed_by_id, OLD.outcome_reversal_reason) THEN
      PERFORM refuse_signature('enrolmentId');
    END IF;
    RETURN NEW;
  END IF;

  PERFORM 1 FROM cohorts WHERE id = NEW.cohort_id FOR NO KEY UPDATE;
  SELECT * INTO c FROM cohorts WHERE id = NEW.cohort_id;
  IF c.state <> 'EXAM' OR NEW.cohort_id <> OLD.cohort_id THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  IF EXISTS (SELECT FROM certificates WHERE enrolment_id = NEW.id AND voided_on IS NULL) THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId', '{"case": "CERTIFIED"}');
  END IF;
  IF coalesce(NEW.outcome_reversal_reason, '') = '' OR NOT (signs_as(NEW.outcome_reversed_by_id, 'BASE_DIRECTOR')
    OR NEW.outcome_reversed_by_id = c.reopened_by_id AND signs_as(c.reopened_by_id, 'COUNTY_REVIEWER')) THEN
    PERFORM refuse_signature('enrolmentId');
  END IF;
  NEW.ended_on := NULL;
  NEW.outcome_by_id := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_is_taken_back BEFORE UPDATE OF state, outcome_reversed_by_id, outcome_reversal_reason ON enrolments
  FOR EACH ROW EXECUTE FUNCTION outcome_is_taken_back();
