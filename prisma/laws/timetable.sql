-- R36, R37, I11: which cohort has a lesson, and who is expected in it. Nobody is in two lessons at once.

CREATE FUNCTION refuse_cohort_lesson(wanted_cohort uuid, wanted lessons) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c cohorts;
  other lessons;
BEGIN
  SELECT * INTO c FROM cohorts WHERE id = wanted_cohort;
  IF c.state IN ('CLOSED', 'CANCELLED', 'REJECTED') THEN
    PERFORM refuse('COHORT_NOT_OPEN', 'cohortId', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  IF wanted.day NOT BETWEEN c.starts_on AND c.ends_on THEN
    PERFORM refuse('INPUT_WRONG', 'day',
      jsonb_build_object('case', 'DAY_OUTSIDE_COHORT', 'number', c.number, 'from', c.starts_on, 'to', c.ends_on));
  END IF;
  SELECT l.* INTO other FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
  WHERE lc.cohort_id = wanted_cohort AND NOT lc.cancelled AND lc.during && wanted.during AND l.id <> wanted.id LIMIT 1;
  PERFORM refuse_taken('COHORT_TAKEN', 'cohortId', other);
END $$;

CREATE FUNCTION refuse_trainee_clash(wanted_lesson uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE clash record;
BEGIN
  SELECT e.trainee_id, tl.lesson_id INTO clash
  FROM lesson_cohorts lc JOIN enrolments e ON e.cohort_id = lc.cohort_id AND e.state IN ('CONFIRMED', 'IN_TRAINING')
  JOIN trainee_lessons tl ON tl.trainee_id = e.trainee_id AND tl.during && lc.during AND tl.lesson_id <> lc.lesson_id
  WHERE lc.lesson_id = wanted_lesson LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('TRAINEE_CLASH', 'cohortId', jsonb_build_object('trainee', clash.trainee_id, 'lesson', clash.lesson_id));
  END IF;
END $$;

CREATE FUNCTION lesson_cohort_copies_lesson() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE l lessons;
BEGIN
  -- The roster must not change between this look and the rows written for it.
  PERFORM 1 FROM cohorts WHERE id = NEW.cohort_id FOR NO KEY UPDATE;
  SELECT * INTO l FROM lessons WHERE id = NEW.lesson_id;
  NEW.during := l.during;
  NEW.cancelled := l.cancelled_at IS NOT NULL;
  IF NOT NEW.cancelled THEN PERFORM refuse_cohort_lesson(NEW.cohort_id, l); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lesson_cohort_copies_lesson BEFORE INSERT OR UPDATE ON lesson_cohorts
  FOR EACH ROW EXECUTE FUNCTION lesson_cohort_copies_lesson();

CREATE FUNCTION lesson_cohort_expects_trainees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.cancelled THEN RETURN NULL; END IF;
  PERFORM refuse_small_room(NEW.lesson_id);
  PERFORM refuse_trainee_clash(NEW.lesson_id);
  INSERT INTO trainee_lessons (lesson_id, trainee_id, enrolment_id, during)
  SELECT NEW.lesson_id, trainee_id, id, NEW.during FROM enrolments
  WHERE cohort_id = NEW.cohort_id AND state IN ('CONFIRMED', 'IN_TRAINING');
  RETURN NULL;
END $$;
CREATE TRIGGER lesson_cohort_expects_trainees AFTER INSERT ON lesson_cohorts
  FOR EACH ROW EXECUTE FUNCTION lesson_cohort_expects_trainees();

CREATE FUNCTION lesson_takes_its_people_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.cancelled_at IS NOT NULL THEN
    DELETE FROM trainee_lessons WHERE lesson_id = NEW.id;
    UPDATE lesson_cohorts SET cancelled = true WHERE lesson_id = NEW.id;
    RETURN NULL;
  END IF;
  PERFORM 1 FROM cohorts WHERE id IN (SELECT cohort_id FROM lesson_cohorts WHERE lesson_id = NEW.id) ORDER BY id FOR NO KEY UPDATE;
  UPDATE lesson_cohorts SET during = NEW.during WHERE lesson_id = NEW.id;
  PERFORM refuse_small_room(NEW.id);
  PERFORM refuse_trainee_clash(NEW.id);
  UPDATE trainee_lessons SET during = NEW.during WHERE lesson_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER lesson_takes_its_people_along AFTER UPDATE OF classroom_number, day, starts_at, ends_at, cancelled_at ON lessons
  FOR EACH ROW EXECUTE FUNCTION lesson_takes_its_people_along();

-- I11, R31: who gets a place is expected in the cohort's lessons; who gives it up is not, who dropped out not after that day. A trainee who
-- moves while in training keeps the lessons that have begun, with what was attended there, in the place of those of the new cohort.
CREATE FUNCTION enrolment_fills_lessons() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  expected boolean := NEW.state IN ('CONFIRMED', 'IN_TRAINING');
  moves boolean := TG_OP = 'UPDATE' AND OLD.state IN ('IN_TRAINING', 'COMPLETED', 'NOT_COMPLETED');
  clash uuid;
  joint uuid;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state AND NEW.cohort_id = OLD.cohort_id THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' AND OLD.state IN ('CONFIRMED', 'IN_TRAINING') THEN
    IF expected AND NEW.cohort_id = OLD.cohort_id THEN RETURN NULL; END IF;
    IF NEW.state = 'DROPPED' THEN
      DELETE FROM trainee_lessons tl USING lessons l
      WHERE tl.enrolment_id = NEW.id AND l.id = tl.lesson_id AND l.day > coalesce(NEW.ended_on, l.day);
    ELSIF NEW.state NOT IN ('COMPLETED', 'NOT_COMPLETED') THEN
      DELETE FROM trainee_lessons WHERE enrolment_id = NEW.id AND NOT (moves AND expected AND lower(during) <= base_moment());
    END IF;
  END IF;
  IF NOT expected THEN RETURN NULL; END IF;

  IF TG_OP = 'UPDATE' AND NEW.cohort_id <> OLD.cohort_id THEN
    PERFORM 1 FROM cohorts WHERE id IN (OLD.cohort_id, NEW.cohort_id) ORDER BY id FOR NO KEY UPDATE;
  ELSE
    PERFORM 1 FROM cohorts WHERE id = NEW.cohort_id FOR NO KEY UPDATE;
  END IF;
  SELECT tl.lesson_id INTO clash
  FROM lesson_cohorts lc JOIN trainee_lessons tl ON tl.trainee_id = NEW.trainee_id AND tl.during && lc.during
  WHERE lc.cohort_id = NEW.cohort_id AND NOT lc.cancelled AND tl.lesson_id <> lc.lesson_id
    AND (NOT moves OR lower(lc.during) > base_moment()) LIMIT 1;
  IF FOUND THEN PERFORM refuse('TRAINEE_CLASH', 'traineeId', jsonb_build_object('trainee', NEW.trainee_id, 'lesson', clash)); END IF;

  INSERT INTO trainee_lessons (lesson_id, trainee_id, enrolment_id, during)
  SELECT lesson_id, NEW.trainee_id, NEW.id, during FROM lesson_cohorts
  WHERE cohort_id = NEW.cohort_id AND NOT cancelled AND (NOT moves OR lower(during) > base_moment())
  ON CONFLICT (lesson_id, trainee_id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_1_fills_lessons AFTER INSERT OR UPDATE OF state, cohort_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_fills_lessons();
