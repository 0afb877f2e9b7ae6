-- I35, R44, R48: attendance counts lessons that are over; exam, outcome and certificate come after the last lesson of the timetable.
ALTER TABLE "cohorts" ADD COLUMN "exam_begun_by_id" UUID, ADD COLUMN "exam_reason" TEXT;
GRANT UPDATE (exam_begun_by_id, exam_reason) ON cohorts TO portal_app;

-- The moment the base lives in: the demo stands on its day and keeps the real time of day (decision 0007).
CREATE FUNCTION base_moment() RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT (demo_day + (now() AT TIME ZONE 'Asia/Shanghai')::time) AT TIME ZONE 'Asia/Shanghai' FROM base), now())
$$;
CREATE FUNCTION base_day() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (base_moment() AT TIME ZONE 'Asia/Shanghai')::date
$$;

CREATE FUNCTION lessons_ahead(cohort uuid) RETURNS int LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::int FROM lesson_cohorts WHERE cohort_id = cohort AND NOT cancelled AND upper(during) > base_moment()
$$;

-- 课时 of the lessons a person was expected in and that are over.
CREATE FUNCTION held_periods(enrolment uuid) RETURNS int LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(l.periods), 0)::int FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id
  WHERE tl.enrolment_id = enrolment AND upper(tl.during) <= base_moment()
$$;

-- A signature counts when its account exists, works, and has a role that may sign.
CREATE FUNCTION signs_as(account uuid, VARIADIC able "Role"[]) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM accounts WHERE id = account AND role = ANY (able) AND disabled_at IS NULL)
$$;
GRANT EXECUTE ON FUNCTION base_moment, base_day, lessons_ahead, held_periods, signs_as TO portal_app;

CREATE OR REPLACE FUNCTION attended_within_lessons() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c cohorts;
  most int;
BEGIN
  SELECT * INTO c FROM cohorts WHERE id = NEW.cohort_id FOR NO KEY UPDATE;
  IF c.state NOT IN ('IN_PROGRESS', 'EXAM') OR OLD.state NOT IN ('IN_TRAINING', 'NOT_COMPLETED', 'DROPPED') THEN
    PERFORM refuse('WRONG_STATE', 'attended', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  most := held_periods(NEW.id);
  IF NEW.attended_periods > most THEN
    PERFORM refuse('INPUT_WRONG', 'attended', jsonb_build_object('case', 'ATTENDED_OVER', 'most', most, 'wanted', NEW.attended_periods));
  END IF;
  RETURN NEW;
END $$;

-- The exam begins when no lesson lies ahead, or by the director with a reason; back to the lessons as long as nobody has an outcome.
INSERT INTO cohort_moves (from_state, to_state) VALUES ('EXAM', 'IN_PROGRESS');
CREATE FUNCTION exam_waits_for_lessons() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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

CREATE FUNCTION outcome_waits_for_lessons() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE FUNCTION lesson_comes_before_outcomes() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE FUNCTION lesson_leaves_attended() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE people int;
BEGIN
  SELECT count(*) INTO people FROM lesson_cohorts lc JOIN enrolments e ON e.cohort_id = lc.cohort_id
  WHERE lc.lesson_id = NEW.id AND e.attended_periods > held_periods(e.id);
  IF people > 0 THEN PERFORM refuse('WRONG_STATE', 'lessonId', jsonb_build_object('case', 'LESSON_ATTENDED', 'people', people)); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER lesson_then_leaves_attended AFTER UPDATE OF day, starts_at, ends_at, periods, cancelled_at ON lessons
  FOR EACH ROW EXECUTE FUNCTION lesson_leaves_attended();

REVOKE EXECUTE ON FUNCTION exam_waits_for_lessons, outcome_waits_for_lessons, lesson_comes_before_outcomes,
  lesson_leaves_attended FROM PUBLIC;

CREATE VIEW checks.outcome_before_lessons AS
  SELECT 'exam' AS subject, id, number FROM cohorts WHERE state = 'EXAM' AND exam_reason IS NULL AND lessons_ahead(id) > 0
  UNION ALL
  SELECT 'attended', e.id, c.number FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id WHERE e.attended_periods > held_periods(e.id)
  UNION ALL
  SELECT 'outcome', e.id, c.number FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
  WHERE e.state IN ('COMPLETED', 'NOT_COMPLETED') AND EXISTS (
    SELECT FROM lesson_cohorts lc WHERE lc.cohort_id = c.id AND NOT lc.cancelled
      AND (upper(lc.during) > base_moment() OR (lower(lc.during) AT TIME ZONE 'Asia/Shanghai')::date > e.ended_on))
  UNION ALL
  SELECT 'certificate', x.id, c.number FROM certificates x JOIN cohorts c ON c.id = x.cohort_id
  WHERE x.voided_on IS NULL AND EXISTS (
    SELECT FROM lesson_cohorts lc WHERE lc.cohort_id = c.id AND NOT lc.cancelled
      AND (upper(lc.during) > base_moment() OR (lower(lc.during) AT TIME ZONE 'Asia/Shanghai')::date > x.issued_on));
GRANT SELECT ON checks.outcome_before_lessons TO portal_app;
