-- R37: what a lesson's cohorts need of a classroom, in one place for the law and the pages: everybody with a place, and at least the
-- planned size of the largest of them, so that it can still be filled.
CREATE FUNCTION seats_needed(cohort_ids uuid[]) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT greatest(sum(confirmed), max(seats))::int FROM cohorts WHERE id = ANY (cohort_ids)
$$;

CREATE OR REPLACE FUNCTION refuse_small_room(wanted_lesson uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  room classrooms;
  needed int;
BEGIN
  SELECT r.* INTO room FROM lessons l JOIN classrooms r ON r.number = l.classroom_number WHERE l.id = wanted_lesson AND l.cancelled_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  needed := seats_needed(ARRAY(SELECT cohort_id FROM lesson_cohorts WHERE lesson_id = wanted_lesson));
  IF needed > room.seats THEN
    PERFORM refuse('ROOM_TOO_SMALL', 'classroomNumber', jsonb_build_object('classroom', room.label || ' ' || room.name, 'seats', room.seats, 'wanted', needed));
  END IF;
END $$;
