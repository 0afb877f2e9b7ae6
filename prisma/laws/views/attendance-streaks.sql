-- U29: who stayed away, without leave, from the last two lessons in which the roll knows of him; a lesson without a mark says nothing.
-- Few are ever absent twice: only their lessons are looked through.

CREATE VIEW attendance_streaks AS
  SELECT e.id AS enrolment_id, (SELECT count(*) FROM attendances a WHERE a.trainee_id = e.trainee_id AND a.mark = 'ABSENT') >= 2
    AND coalesce((SELECT count(*) = 2 AND bool_and(last.mark = 'ABSENT') FROM (
      SELECT a.mark FROM trainee_lessons tl JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id
      WHERE tl.enrolment_id = e.id ORDER BY lower(tl.during) DESC LIMIT 2) AS last), false) AS stays_away
  FROM enrolments e;

GRANT SELECT ON attendance_streaks TO portal_app;
