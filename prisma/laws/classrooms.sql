-- R35–R37, I9, I10: eleven classrooms, one lesson at a time, seats for everybody. The exclusion constraints are the wall;
-- these triggers say first what is in the way.

CREATE FUNCTION refuse_taken(refusal text, field text, other lessons) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF other.id IS NOT NULL THEN
    PERFORM refuse(refusal, field,
      jsonb_build_object('lesson', other.id, 'day', other.day, 'startsAt', other.starts_at, 'endsAt', other.ends_at));
  END IF;
END $$;

CREATE FUNCTION span(day date, starts_at text, ends_at text) RETURNS tstzrange LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT tstzrange((day + make_time(left(starts_at, 2)::int, right(starts_at, 2)::int, 0)) AT TIME ZONE 'Asia/Shanghai',
    (day + make_time(left(ends_at, 2)::int, right(ends_at, 2)::int, 0)) AT TIME ZONE 'Asia/Shanghai', '[)')
$$;

CREATE FUNCTION lesson_finds_room() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
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

  SELECT * INTO other FROM lessons
  WHERE classroom_number = NEW.classroom_number AND during && wanted AND cancelled_at IS NULL AND id <> NEW.id LIMIT 1;
  PERFORM refuse_taken('CLASSROOM_TAKEN', 'classroomNumber', other);
  SELECT * INTO other FROM lessons
  WHERE trainer_id = NEW.trainer_id AND during && wanted AND cancelled_at IS NULL AND id <> NEW.id LIMIT 1;
  PERFORM refuse_taken('TRAINER_TAKEN', 'trainerId', other);
  RETURN NEW;
END $$;
CREATE TRIGGER lesson_finds_room BEFORE INSERT OR UPDATE OF classroom_number, trainer_id, day, starts_at, ends_at, cancelled_at ON lessons
  FOR EACH ROW EXECUTE FUNCTION lesson_finds_room();

-- R37: what a lesson's cohorts need of a classroom, in one place for the law and the pages: everybody with a place, and at least the
-- planned size of the largest of them, so that it can still be filled.
CREATE FUNCTION seats_needed(cohort_ids uuid[]) RETURNS int LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT greatest(sum(confirmed), max(seats))::int FROM cohorts WHERE id = ANY (cohort_ids)
$$;

CREATE FUNCTION refuse_small_room(wanted_lesson uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  room classrooms;
  needed int;
BEGIN
  SELECT r.* INTO room FROM lessons l JOIN classrooms r ON r.number = l.classroom_number
  WHERE l.id = wanted_lesson AND l.cancelled_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  needed := seats_needed(ARRAY(SELECT cohort_id FROM lesson_cohorts WHERE lesson_id = wanted_lesson));
  IF needed > room.seats THEN
    PERFORM refuse('ROOM_TOO_SMALL', 'classroomNumber',
      jsonb_build_object('classroom', room.label || ' ' || room.name, 'seats', room.seats, 'wanted', needed));
  END IF;
END $$;

CREATE FUNCTION smallest_classroom(cohort uuid) RETURNS classrooms LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id JOIN classrooms r ON r.number = l.classroom_number
  WHERE lc.cohort_id = cohort AND NOT lc.cancelled ORDER BY r.seats, r.number LIMIT 1
$$;

-- R37: after the head is counted, each joint lesson of the cohort must still seat everybody.
CREATE FUNCTION enrolment_finds_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE joint uuid;
BEGIN
  IF NEW.state NOT IN ('CONFIRMED', 'IN_TRAINING') THEN RETURN NULL; END IF;
  FOR joint IN
    SELECT l.id FROM lessons l JOIN lesson_cohorts mine ON mine.lesson_id = l.id AND mine.cohort_id = NEW.cohort_id AND NOT mine.cancelled
    WHERE EXISTS (SELECT FROM lesson_cohorts more WHERE more.lesson_id = l.id AND more.cohort_id <> NEW.cohort_id)
    ORDER BY l.id FOR NO KEY UPDATE OF l
  LOOP
    PERFORM refuse_small_room(joint);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_3_finds_seat AFTER INSERT OR UPDATE OF state, cohort_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_finds_seat();

CREATE FUNCTION closure_finds_no_lesson() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
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

CREATE FUNCTION classroom_seats_its_cohorts() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
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
