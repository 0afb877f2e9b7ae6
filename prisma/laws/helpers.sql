-- Who helps in a lesson, and who is the class teacher of a cohort: nobody on leave, nobody who has left, and no day has two class teachers.

CREATE FUNCTION refuse_absent_trainer(wanted_trainer uuid, on_day date) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE away trainer_leaves;
BEGIN
  -- Shared with bookings, against a leave and a farewell: those take the row for themselves.
  PERFORM 1 FROM trainers WHERE id = wanted_trainer FOR SHARE;
  IF EXISTS (SELECT FROM trainers WHERE id = wanted_trainer AND left_on <= on_day) THEN
    PERFORM refuse('INPUT_WRONG', 'trainerId', '{"case": "TRAINER_LEFT"}');
  END IF;
  SELECT * INTO away FROM trainer_leaves
  WHERE trainer_id = wanted_trainer AND cancelled_at IS NULL AND on_day BETWEEN starts_on AND ends_on LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('TRAINER_TAKEN', 'trainerId', jsonb_build_object('case', 'ON_LEAVE', 'from', away.starts_on, 'to', away.ends_on));
  END IF;
END $$;

CREATE FUNCTION helper_is_there() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE l lessons;
BEGIN
  -- The lesson is not moved or cancelled while somebody is added to it.
  SELECT * INTO l FROM lessons WHERE id = NEW.lesson_id FOR SHARE;
  IF l.cancelled_at IS NOT NULL THEN PERFORM refuse('WRONG_STATE', 'lessonId', '{"case": "LESSON_CANCELLED"}'); END IF;
  PERFORM refuse_absent_trainer(NEW.trainer_id, l.day);
  RETURN NEW;
END $$;
CREATE TRIGGER helper_is_there BEFORE INSERT ON lesson_helpers FOR EACH ROW EXECUTE FUNCTION helper_is_there();

-- A lesson goes to no day on which one of its helpers is on leave or gone.
CREATE FUNCTION lesson_takes_helpers_along() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE away record;
BEGIN
  IF NEW.cancelled_at IS NOT NULL OR NEW.day = OLD.day THEN RETURN NEW; END IF;
  PERFORM 1 FROM trainers WHERE id IN (SELECT trainer_id FROM lesson_helpers WHERE lesson_id = NEW.id) ORDER BY id FOR SHARE;
  SELECT h.role INTO away FROM lesson_helpers h JOIN trainers t ON t.id = h.trainer_id
  WHERE h.lesson_id = NEW.id AND (t.left_on <= NEW.day OR EXISTS (SELECT FROM trainer_leaves v
    WHERE v.trainer_id = t.id AND v.cancelled_at IS NULL AND NEW.day BETWEEN v.starts_on AND v.ends_on)) LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('INPUT_WRONG', 'day', jsonb_build_object('case', 'HELPER_AWAY', 'role', away.role, 'day', NEW.day));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lesson_takes_helpers_along BEFORE UPDATE OF day, cancelled_at ON lessons
  FOR EACH ROW EXECUTE FUNCTION lesson_takes_helpers_along();

-- A class teacher stays to the last day of the post; a leave of some days takes the cohort from nobody.
CREATE FUNCTION class_teacher_is_there() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM trainers WHERE id = NEW.trainer_id FOR SHARE;
  IF EXISTS (SELECT FROM trainers WHERE id = NEW.trainer_id AND left_on <= coalesce(NEW.until_day, 'infinity')) THEN
    PERFORM refuse('INPUT_WRONG', 'trainerId', '{"case": "TRAINER_LEFT"}');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER class_teacher_is_there BEFORE INSERT ON cohort_teachers FOR EACH ROW EXECUTE FUNCTION class_teacher_is_there();

GRANT SELECT, INSERT, DELETE ON lesson_helpers TO portal_app;
GRANT SELECT, INSERT, UPDATE (until_day) ON cohort_teachers TO portal_app;

-- I29: helpers stand in the history of the lesson, class teachers in that of the cohort.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON lesson_helpers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('lesson_id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON cohort_teachers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('cohort_id');
