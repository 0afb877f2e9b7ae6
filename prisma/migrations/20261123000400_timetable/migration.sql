-- Eleven classrooms, one lesson at a time (R35–R37, I10, I11): exclusion constraints are the wall, triggers say first what is in the way.
ALTER TABLE lessons
  ADD CONSTRAINT classroom_is_free EXCLUDE USING gist (classroom_number WITH =, during WITH &&) WHERE (cancelled_at IS NULL),
  ADD CONSTRAINT trainer_is_free EXCLUDE USING gist (trainer_id WITH =, during WITH &&) WHERE (cancelled_at IS NULL);
ALTER TABLE lesson_cohorts ADD CONSTRAINT cohort_is_free EXCLUDE USING gist (cohort_id WITH =, during WITH &&) WHERE (NOT cancelled);
ALTER TABLE trainee_lessons ADD CONSTRAINT trainee_is_free EXCLUDE USING gist (trainee_id WITH =, during WITH &&);
ALTER TABLE classroom_closures ADD CONSTRAINT closed_once
  EXCLUDE USING gist (classroom_number WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (cancelled_at IS NULL);

CREATE FUNCTION refuse_taken(refusal text, field text, other lessons) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF other.id IS NOT NULL THEN
    PERFORM refuse(refusal, field, jsonb_build_object('lesson', other.id, 'day', other.day, 'startsAt', other.starts_at, 'endsAt', other.ends_at));
  END IF;
END $$;

CREATE FUNCTION span(day date, starts_at text, ends_at text) RETURNS tstzrange LANGUAGE sql IMMUTABLE AS $$
  SELECT tstzrange((day + make_time(left(starts_at, 2)::int, right(starts_at, 2)::int, 0)) AT TIME ZONE 'Asia/Shanghai',
    (day + make_time(left(ends_at, 2)::int, right(ends_at, 2)::int, 0)) AT TIME ZONE 'Asia/Shanghai', '[)')
$$;

CREATE FUNCTION lesson_finds_room() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted tstzrange;
  other lessons;
  closed classroom_closures;
BEGIN
  IF NEW.cancelled_at IS NOT NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.cancelled_at IS NOT NULL THEN PERFORM refuse('WRONG_STATE', 'lessonId'); END IF;
  IF NEW.ends_at <= NEW.starts_at THEN PERFORM refuse('INPUT_WRONG', 'endsAt', '{"case": "ENDS_BEFORE_START"}'); END IF;
  wanted := span(NEW.day, NEW.starts_at, NEW.ends_at);

  -- Shared with other bookings, against a closure or a change of seats: those take the row for themselves.
  PERFORM 1 FROM classrooms WHERE number = NEW.classroom_number FOR SHARE;
  SELECT * INTO closed FROM classroom_closures
  WHERE classroom_number = NEW.classroom_number AND cancelled_at IS NULL AND tstzrange(starts_at, ends_at) && wanted LIMIT 1;
  IF FOUND THEN PERFORM refuse('CLASSROOM_TAKEN', 'classroomNumber', jsonb_build_object('closure', closed.id)); END IF;

  SELECT * INTO other FROM lessons WHERE classroom_number = NEW.classroom_number AND during && wanted AND cancelled_at IS NULL AND id <> NEW.id LIMIT 1;
  PERFORM refuse_taken('CLASSROOM_TAKEN', 'classroomNumber', other);
  SELECT * INTO other FROM lessons WHERE trainer_id = NEW.trainer_id AND during && wanted AND cancelled_at IS NULL AND id <> NEW.id LIMIT 1;
  PERFORM refuse_taken('TRAINER_TAKEN', 'trainerId', other);
  RETURN NEW;
END $$;
CREATE TRIGGER lesson_finds_room BEFORE INSERT OR UPDATE OF classroom_number, trainer_id, day, starts_at, ends_at, cancelled_at ON lessons
  FOR EACH ROW EXECUTE FUNCTION lesson_finds_room();

-- R37: planned size of each cohort within the seats, and in a joint lesson the heads of all together.
CREATE FUNCTION refuse_small_room(wanted_lesson uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  room classrooms;
  heads int;
BEGIN
  SELECT r.* INTO room FROM lessons l JOIN classrooms r ON r.number = l.classroom_number WHERE l.id = wanted_lesson AND l.cancelled_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT greatest(sum(c.confirmed), max(c.seats)) INTO heads FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id WHERE lc.lesson_id = wanted_lesson;
  IF heads > room.seats THEN
    PERFORM refuse('ROOM_TOO_SMALL', 'classroomNumber', jsonb_build_object('classroom', room.label || ' ' || room.name, 'seats', room.seats, 'wanted', heads));
  END IF;
END $$;

CREATE FUNCTION refuse_cohort_lesson(wanted_cohort uuid, wanted lessons) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c cohorts;
  other lessons;
BEGIN
  SELECT * INTO c FROM cohorts WHERE id = wanted_cohort;
  IF c.state IN ('CLOSED', 'CANCELLED', 'REJECTED') THEN
    PERFORM refuse('COHORT_NOT_OPEN', 'cohortId', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  IF wanted.day NOT BETWEEN c.starts_on AND c.ends_on THEN
    PERFORM refuse('INPUT_WRONG', 'day', jsonb_build_object('case', 'DAY_OUTSIDE_COHORT', 'number', c.number, 'from', c.starts_on, 'to', c.ends_on));
  END IF;
  SELECT l.* INTO other FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
  WHERE lc.cohort_id = wanted_cohort AND NOT lc.cancelled AND lc.during && wanted.during AND l.id <> wanted.id LIMIT 1;
  PERFORM refuse_taken('COHORT_TAKEN', 'cohortId', other);
END $$;

CREATE FUNCTION refuse_trainee_clash(wanted_lesson uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE clash record;
BEGIN
  SELECT e.trainee_id, tl.lesson_id INTO clash
  FROM lesson_cohorts lc JOIN enrolments e ON e.cohort_id = lc.cohort_id AND e.state IN ('CONFIRMED', 'IN_TRAINING')
  JOIN trainee_lessons tl ON tl.trainee_id = e.trainee_id AND tl.during && lc.during AND tl.lesson_id <> lc.lesson_id
  WHERE lc.lesson_id = wanted_lesson LIMIT 1;
  IF FOUND THEN PERFORM refuse('TRAINEE_CLASH', 'cohortId', jsonb_build_object('trainee', clash.trainee_id, 'lesson', clash.lesson_id)); END IF;
END $$;

CREATE FUNCTION lesson_cohort_copies_lesson() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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

CREATE FUNCTION lesson_cohort_expects_trainees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.cancelled THEN RETURN NULL; END IF;
  PERFORM refuse_small_room(NEW.lesson_id);
  PERFORM refuse_trainee_clash(NEW.lesson_id);
  INSERT INTO trainee_lessons (lesson_id, trainee_id, enrolment_id, during)
  SELECT NEW.lesson_id, trainee_id, id, NEW.during FROM enrolments WHERE cohort_id = NEW.cohort_id AND state IN ('CONFIRMED', 'IN_TRAINING');
  RETURN NULL;
END $$;
CREATE TRIGGER lesson_cohort_expects_trainees AFTER INSERT ON lesson_cohorts
  FOR EACH ROW EXECUTE FUNCTION lesson_cohort_expects_trainees();

CREATE FUNCTION lesson_takes_its_people_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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

-- I11, R31: who gets a place is expected in the cohort's lessons; who gives it up is not, who dropped out not after that day.
CREATE FUNCTION enrolment_fills_lessons() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  expected boolean := NEW.state IN ('CONFIRMED', 'IN_TRAINING');
  clash uuid;
  joint uuid;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state AND NEW.cohort_id = OLD.cohort_id THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' AND OLD.state IN ('CONFIRMED', 'IN_TRAINING') THEN
    IF expected AND NEW.cohort_id = OLD.cohort_id THEN RETURN NULL; END IF;
    IF NEW.state = 'DROPPED' THEN
      DELETE FROM trainee_lessons tl USING lessons l WHERE tl.enrolment_id = NEW.id AND l.id = tl.lesson_id AND l.day > coalesce(NEW.ended_on, l.day);
    ELSIF NEW.state NOT IN ('COMPLETED', 'NOT_COMPLETED') THEN
      DELETE FROM trainee_lessons WHERE enrolment_id = NEW.id;
    END IF;
  END IF;
  IF NOT expected THEN RETURN NULL; END IF;

  IF TG_OP = 'UPDATE' AND NEW.cohort_id <> OLD.cohort_id THEN
    PERFORM 1 FROM cohorts WHERE id IN (OLD.cohort_id, NEW.cohort_id) ORDER BY id FOR NO KEY UPDATE;
  ELSE
    PERFORM 1 FROM cohorts WHERE id = NEW.cohort_id FOR NO KEY UPDATE;
  END IF;
  SELECT tl.lesson_id INTO clash FROM lesson_cohorts lc JOIN trainee_lessons tl ON tl.trainee_id = NEW.trainee_id AND tl.during && lc.during
  WHERE lc.cohort_id = NEW.cohort_id AND NOT lc.cancelled LIMIT 1;
  IF FOUND THEN PERFORM refuse('TRAINEE_CLASH', 'traineeId', jsonb_build_object('trainee', NEW.trainee_id, 'lesson', clash)); END IF;

  INSERT INTO trainee_lessons (lesson_id, trainee_id, enrolment_id, during)
  SELECT lesson_id, NEW.trainee_id, NEW.id, during FROM lesson_cohorts WHERE cohort_id = NEW.cohort_id AND NOT cancelled;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_1_fills_lessons AFTER INSERT OR UPDATE OF state, cohort_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_fills_lessons();

-- R37: after the head is counted, each joint lesson of the cohort must still seat everybody.
CREATE FUNCTION enrolment_finds_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE joint uuid;
BEGIN
  IF NEW.state NOT IN ('CONFIRMED', 'IN_TRAINING') THEN RETURN NULL; END IF;
  FOR joint IN
    SELECT l.id FROM lessons l JOIN lesson_cohorts mine ON mine.lesson_id = l.id AND mine.cohort_id = NEW.cohort_id AND NOT mine.cancelled
    WHERE EXISTS (SELECT FROM lesson_cohorts more WHERE more.lesson_id = l.id AND more.cohort_id <> NEW.cohort_id) ORDER BY l.id FOR NO KEY UPDATE OF l
  LOOP
    PERFORM refuse_small_room(joint);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_3_finds_seat AFTER INSERT OR UPDATE OF state, cohort_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_finds_seat();

CREATE FUNCTION closure_finds_no_lesson() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE other lessons;
BEGIN
  IF NEW.cancelled_at IS NOT NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM classrooms WHERE number = NEW.classroom_number FOR NO KEY UPDATE;
  SELECT * INTO other FROM lessons
  WHERE classroom_number = NEW.classroom_number AND cancelled_at IS NULL AND during && tstzrange(NEW.starts_at, NEW.ends_at) LIMIT 1;
  PERFORM refuse_taken('CLASSROOM_TAKEN', 'classroomNumber', other);
  RETURN NEW;
END $$;
CREATE TRIGGER closure_finds_no_lesson BEFORE INSERT OR UPDATE ON classroom_closures
  FOR EACH ROW EXECUTE FUNCTION closure_finds_no_lesson();

CREATE FUNCTION classroom_seats_its_cohorts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lesson uuid;
BEGIN
  IF NEW.seats >= OLD.seats THEN RETURN NULL; END IF;
  FOR lesson IN
    SELECT DISTINCT l.id FROM lessons l JOIN lesson_cohorts lc ON lc.lesson_id = l.id JOIN cohorts c ON c.id = lc.cohort_id
    WHERE l.classroom_number = NEW.number AND l.cancelled_at IS NULL AND c.state NOT IN ('CLOSED', 'CANCELLED', 'REJECTED')
  LOOP
    PERFORM refuse_small_room(lesson);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER classroom_seats_its_cohorts AFTER UPDATE OF seats ON classrooms FOR EACH ROW EXECUTE FUNCTION classroom_seats_its_cohorts();
