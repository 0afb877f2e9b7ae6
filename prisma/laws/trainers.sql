-- R36, I10: a trainer on leave (请假) stands in no lesson, and no leave is taken over a lesson.

CREATE FUNCTION lesson_finds_trainer() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE away trainer_leaves;
BEGIN
  IF NEW.cancelled_at IS NOT NULL THEN RETURN NEW; END IF;
  -- Shared with other bookings, against a leave: that takes the row for itself.
  PERFORM 1 FROM trainers WHERE id = NEW.trainer_id FOR SHARE;
  SELECT * INTO away FROM trainer_leaves
  WHERE trainer_id = NEW.trainer_id AND cancelled_at IS NULL AND NEW.day BETWEEN starts_on AND ends_on LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('TRAINER_TAKEN', 'trainerId',
      jsonb_build_object('case', 'ON_LEAVE', 'leave', away.id, 'from', away.starts_on, 'to', away.ends_on));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lesson_finds_trainer BEFORE INSERT OR UPDATE OF trainer_id, day, cancelled_at ON lessons
  FOR EACH ROW EXECUTE FUNCTION lesson_finds_trainer();

CREATE FUNCTION leave_finds_no_lesson() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE other lessons;
BEGIN
  IF NEW.cancelled_at IS NOT NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM trainers WHERE id = NEW.trainer_id FOR NO KEY UPDATE;
  SELECT * INTO other FROM lessons
  WHERE (trainer_id = NEW.trainer_id OR id IN (SELECT lesson_id FROM lesson_helpers WHERE trainer_id = NEW.trainer_id))
    AND cancelled_at IS NULL AND day BETWEEN NEW.starts_on AND NEW.ends_on
  ORDER BY day, starts_at LIMIT 1;
  PERFORM refuse_taken('TRAINER_TAKEN', 'startsOn', other);
  RETURN NEW;
END $$;
CREATE TRIGGER leave_finds_no_lesson BEFORE INSERT OR UPDATE ON trainer_leaves
  FOR EACH ROW EXECUTE FUNCTION leave_finds_no_lesson();

-- A leave is granted and taken back, its days are never edited.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON trainer_leaves DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
GRANT SELECT, INSERT, UPDATE (cancelled_at) ON trainer_leaves TO portal_app;
