-- R26: who came, since when, and how that is known. Derived, so that a mark that is corrected takes the arrival along.

-- Somebody marked present who was never noted came on the day of the first such lesson; of an old cohort the ledger says only that he
-- did. Each column is a question of its own: a reader who asks for one does not pay for the other.
CREATE VIEW arrival_standings AS
  SELECT e.id AS enrolment_id, n.id AS arrival_id,
    least(n.day, (SELECT min(l.day) FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id
      JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id
      WHERE tl.enrolment_id = e.id AND a.mark = ANY (marks_of_presence()))) AS arrived_on,
    CASE WHEN n.id IS NOT NULL THEN 'NOTED'
      WHEN EXISTS (SELECT FROM trainee_lessons tl JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id
        WHERE tl.enrolment_id = e.id AND a.mark = ANY (marks_of_presence())) THEN 'ROLL'
      WHEN e.attended_periods > 0 OR EXISTS (SELECT FROM exam_results x WHERE x.enrolment_id = e.id) THEN 'LEDGER' END AS known_by
  FROM enrolments e LEFT JOIN arrivals n ON n.enrolment_id = e.id AND n.undone_at IS NULL;

GRANT SELECT ON arrival_standings TO portal_app;
