-- R46, R47, I35: 应到 and 实到 of an enrolment in whole 课时, derived from the lessons it is expected in and the marks taken there.

-- `held` are the 应到 that are over, `waiting` the lessons among them without a mark, `rolled` the 课时 of the marks: late and early
-- give them whole, but every so many of them cost one. `due` are the lessons that are over or marked already, in 课时 and in number, and
-- `there` those with a mark of presence: what the rates so far are made of. What `is_over` says of a lesson is said here once a statement.
-- Added up person by person, so that a page of a cohort costs what its people did and not what all people ever did.
CREATE VIEW attendance_sums AS
  SELECT e.id AS enrolment_id, s.*
  FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id CROSS JOIN LATERAL (
    SELECT coalesce(sum(l.periods), 0)::int AS scheduled,
      coalesce(sum(l.periods) FILTER (WHERE upper(tl.during) <= (SELECT base_moment())), 0)::int AS held,
      count(*) FILTER (WHERE a.mark IS NULL AND upper(tl.during) <= (SELECT base_moment()))::int AS waiting,
      count(a.mark)::int AS marked,
      coalesce(sum(l.periods) FILTER (WHERE a.mark IS NOT NULL OR upper(tl.during) <= (SELECT base_moment())), 0)::int AS due_periods,
      count(*) FILTER (WHERE a.mark IS NOT NULL OR upper(tl.during) <= (SELECT base_moment()))::int AS due_lessons,
      count(*) FILTER (WHERE a.mark = ANY (marks_of_presence()))::int AS there,
      (coalesce(sum(l.periods) FILTER (WHERE a.mark = ANY (marks_of_presence())), 0)
        - count(*) FILTER (WHERE a.mark = ANY (marks_of_lateness())) / parameter('late_marks_a_period', c.starts_on))::int AS rolled
    FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id
    LEFT JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id
    WHERE tl.enrolment_id = e.id) AS s;

-- What counts of an enrolment: 课时 typed from the ledger of an old cohort (台账录入), otherwise those of the roll; null while nothing
-- is known.
CREATE VIEW attendance_standings AS
  SELECT e.id AS enrolment_id, s.scheduled, s.held, s.marked,
    coalesce(e.attended_periods, CASE WHEN s.marked > 0 THEN s.rolled END) AS attended,
    CASE WHEN e.attended_periods IS NULL THEN s.waiting ELSE 0 END AS waiting, s.due_periods, s.due_lessons, s.there
  FROM enrolments e JOIN attendance_sums s ON s.enrolment_id = e.id;

GRANT SELECT ON attendance_sums, attendance_standings TO portal_app;
