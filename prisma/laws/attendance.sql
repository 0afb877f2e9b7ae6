-- R44–R48, I13, I35, I36: a mark is of a lesson that has begun and of somebody expected in it, once, and never lost.

-- R46: with which marks somebody was there, and which of them cost 课时 when they add up.
CREATE FUNCTION marks_of_presence() RETURNS "AttendanceMark"[] LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY['PRESENT', 'LATE', 'LEFT_EARLY']::"AttendanceMark"[]
$$;
GRANT EXECUTE ON FUNCTION marks_of_presence TO portal_app;

CREATE FUNCTION marks_of_lateness() RETURNS "AttendanceMark"[] LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY['LATE', 'LEFT_EARLY']::"AttendanceMark"[]
$$;
GRANT EXECUTE ON FUNCTION marks_of_lateness TO portal_app;

-- R45: so many hours after its lesson a mark needs an approval. A base that is not founded yet writes down its past.
CREATE FUNCTION roll_is_over(wanted lessons) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM base)
    AND base_moment() > upper(wanted.during) + make_interval(hours => parameter('attendance_hours', wanted.day))
$$;
GRANT EXECUTE ON FUNCTION roll_is_over TO portal_app;

-- I32, R94: whose roll a lesson is: its trainer's, its helpers', and on its day the class teachers' of its cohorts. Nobody else's of the
-- register; the questions of the pages and the law of the marks ask here.
CREATE FUNCTION has_roll_of(wanted_trainer uuid, wanted_lesson uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM lessons WHERE id = wanted_lesson AND trainer_id = wanted_trainer)
    OR EXISTS (SELECT FROM lesson_helpers WHERE lesson_id = wanted_lesson AND trainer_id = wanted_trainer)
    OR EXISTS (SELECT FROM lessons l JOIN lesson_cohorts lc ON lc.lesson_id = l.id JOIN cohort_teachers ct ON ct.cohort_id = lc.cohort_id
      WHERE l.id = wanted_lesson AND ct.trainer_id = wanted_trainer AND l.day BETWEEN ct.from_day AND coalesce(ct.until_day, 'infinity'))
$$;
GRANT EXECUTE ON FUNCTION has_roll_of TO portal_app;

-- R94: staff and director take every roll, an account of a trainer those of that person.
CREATE FUNCTION takes_roll(account uuid, wanted_lesson uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM accounts a WHERE a.id = account AND a.disabled_at IS NULL AND (a.role IN ('BASE_STAFF', 'BASE_DIRECTOR')
    OR a.role = 'TRAINER' AND has_roll_of(a.trainer_id, wanted_lesson)))
$$;

-- One source a cohort: 课时 typed from a ledger, or marks of the roll.
CREATE FUNCTION cohort_is_typed(wanted_cohort uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM enrolments WHERE cohort_id = wanted_cohort AND attended_periods IS NOT NULL)
$$;
GRANT EXECUTE ON FUNCTION cohort_is_typed TO portal_app;

CREATE FUNCTION cohort_is_rolled(wanted_cohort uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM enrolments e JOIN trainee_lessons tl ON tl.enrolment_id = e.id
    JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id WHERE e.cohort_id = wanted_cohort)
$$;
GRANT EXECUTE ON FUNCTION cohort_is_rolled TO portal_app;

CREATE FUNCTION states_taking_marks() RETURNS "EnrolmentState"[] LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY['CONFIRMED', 'IN_TRAINING', 'NOT_COMPLETED', 'DROPPED']::"EnrolmentState"[]
$$;

-- I13: marks are written while a cohort of the lesson is on its way and the person's own training has not ended with a completion.
CREATE FUNCTION takes_marks(wanted_lesson uuid, e enrolments) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.state = ANY (states_taking_marks())
    AND EXISTS (SELECT FROM cohorts WHERE id = e.cohort_id AND state IN ('APPROVED', 'IN_PROGRESS', 'EXAM'))
    AND EXISTS (SELECT FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id
      WHERE lc.lesson_id = wanted_lesson AND c.state IN ('IN_PROGRESS', 'EXAM'))
$$;
GRANT EXECUTE ON FUNCTION takes_marks TO portal_app;

CREATE FUNCTION mark_finds_lesson() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  l lessons;
  e enrolments;
  c cohorts;
BEGIN
  -- Nobody leaves the cohorts of the lesson, and none of them is closed, until the mark stands.
  PERFORM 1 FROM cohorts WHERE id IN (SELECT cohort_id FROM lesson_cohorts WHERE lesson_id = NEW.lesson_id)
  ORDER BY id FOR NO KEY UPDATE;
  SELECT * INTO l FROM lessons WHERE id = NEW.lesson_id;
  IF l.cancelled_at IS NOT NULL THEN PERFORM refuse('WRONG_STATE', 'lessonId', '{"case": "LESSON_CANCELLED"}'); END IF;
  IF lower(l.during) > base_moment() THEN
    PERFORM refuse('WRONG_STATE', 'lessonId', jsonb_build_object('case', 'LESSON_AHEAD', 'day', l.day, 'startsAt', l.starts_at));
  END IF;

  SELECT n.* INTO e FROM trainee_lessons tl JOIN enrolments n ON n.id = tl.enrolment_id
  WHERE tl.lesson_id = NEW.lesson_id AND tl.trainee_id = NEW.trainee_id;
  IF e.id IS NULL THEN PERFORM refuse('INPUT_WRONG', 'traineeId', '{"case": "NOT_IN_LESSON"}'); END IF;
  SELECT * INTO c FROM cohorts WHERE id = e.cohort_id;
  IF NOT takes_marks(NEW.lesson_id, e) THEN
    PERFORM refuse('WRONG_STATE', 'lessonId', jsonb_build_object('case', 'ROLL_CLOSED', 'number', c.number));
  END IF;
  IF cohort_is_typed(c.id) THEN
    PERFORM refuse('WRONG_STATE', 'lessonId', jsonb_build_object('case', 'ATTENDANCE_TYPED', 'number', c.number));
  END IF;

  IF TG_OP = 'UPDATE' AND (NEW.version <> OLD.version + 1 OR (NEW.lesson_id, NEW.trainee_id) <> (OLD.lesson_id, OLD.trainee_id)) THEN
    PERFORM refuse('STALE', 'lessonId');
  END IF;
  IF NEW.pending_id IS NULL THEN
    IF roll_is_over(l) THEN PERFORM refuse('WRONG_STATE', 'lessonId', '{"case": "ROLL_OVER"}'); END IF;
    IF NOT takes_roll(NEW.marked_by_id, NEW.lesson_id) THEN PERFORM refuse_signature('lessonId'); END IF;
  ELSIF NOT EXISTS (SELECT FROM pending_marks p
      WHERE p.id = NEW.pending_id AND p.state = 'ADOPTED' AND p.decided_by_id = NEW.marked_by_id
        AND p.decided_at = transaction_timestamp()::timestamptz(3)
        AND (p.lesson_id, p.trainee_id, p.mark, p.note) = (NEW.lesson_id, NEW.trainee_id, NEW.mark, NEW.note))
  THEN PERFORM refuse_signature('lessonId'); END IF;
  NEW.marked_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER mark_finds_lesson BEFORE INSERT OR UPDATE ON attendances FOR EACH ROW EXECUTE FUNCTION mark_finds_lesson();

-- R45, I36: a pending mark is decided once, after the hours of correction only by somebody else who may; what was sent stays as it is.
CREATE FUNCTION pending_mark_is_signed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  decision text[] := ARRAY['state', 'decided_by_id', 'decided_at', 'decision'];
  l lessons;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'OPEN' OR NOT takes_roll(NEW.sent_by_id, NEW.lesson_id) THEN
      PERFORM refuse_signature('lessonId');
    END IF;
    NEW.sent_at := transaction_timestamp();
    RETURN NEW;
  END IF;
  IF OLD.state <> 'OPEN' OR to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision OR NEW.state = 'OPEN' THEN
    PERFORM refuse('WRONG_STATE', 'pendingId', '{"case": "DECIDED"}');
  END IF;
  SELECT * INTO l FROM lessons WHERE id = NEW.lesson_id;
  IF NEW.state = 'ADOPTED' AND roll_is_over(l) THEN
    IF NEW.decided_by_id = OLD.sent_by_id THEN PERFORM refuse('SAME_PERSON', 'pendingId'); END IF;
    PERFORM refuse_signer(NEW.decided_by_id, 'attendance:correct', 'pendingId');
  ELSIF NOT signs_as(NEW.decided_by_id, 'BASE_STAFF', 'BASE_DIRECTOR', 'COUNTY_REVIEWER') THEN
    PERFORM refuse_signature('pendingId');
  END IF;
  NEW.decided_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER pending_mark_is_signed BEFORE INSERT OR UPDATE ON pending_marks
  FOR EACH ROW EXECUTE FUNCTION pending_mark_is_signed();

-- A lesson in which a roll was taken has been held: it is not cancelled, and not put where it has not begun.
CREATE FUNCTION lesson_keeps_roll() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE people int;
BEGIN
  IF NEW.cancelled_at IS NULL AND lower(NEW.during) <= base_moment() THEN RETURN NULL; END IF;
  SELECT count(*) INTO people FROM attendances WHERE lesson_id = NEW.id;
  IF people > 0 THEN PERFORM refuse('WRONG_STATE', 'lessonId', jsonb_build_object('case', 'LESSON_ROLLED', 'people', people)); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER lesson_keeps_roll AFTER UPDATE OF day, starts_at, ends_at, cancelled_at ON lessons
  FOR EACH ROW EXECUTE FUNCTION lesson_keeps_roll();

GRANT SELECT ON attendances, pending_marks TO portal_app;
GRANT INSERT (lesson_id, trainee_id, mark, note, marked_by_id, device_at, skew_seconds, pending_id) ON attendances TO portal_app;
GRANT UPDATE (mark, note, version, marked_by_id, device_at, skew_seconds, pending_id) ON attendances TO portal_app;
GRANT INSERT (id, lesson_id, trainee_id, mark, note, cause, seen_version, reason, sent_by_id, device_at, skew_seconds) ON pending_marks
  TO portal_app;
GRANT UPDATE (state, decided_by_id, decision) ON pending_marks TO portal_app;

-- I29: the entry of a mark, pending or taken, is about one person in one lesson.
CREATE FUNCTION mark_is_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stands jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  subject text := concat_ws(':', stands ->> 'lesson_id', stands ->> 'trainee_id');
BEGIN
  IF NOT EXISTS (SELECT FROM audit_entries WHERE subject_id = subject AND xid = pg_current_xact_id()) THEN
    PERFORM refuse('AUDIT_MISSING', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON attendances DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION mark_is_noted();
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON pending_marks DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION mark_is_noted();
