-- R46, R47, I35: 应到 and 实到 of an enrolment in whole 课时, derived from the lessons it is expected in and the marks taken there.

-- `held` are the 应到 that are over, `waiting` the lessons among them without a mark, `rolled` the 课时 of the marks: late and early
-- give them whole, but every so many of them cost one. What `is_over` says of a lesson is said here once a statement.
CREATE VIEW attendance_sums AS
  SELECT tl.enrolment_id, sum(l.periods)::int AS scheduled,
    coalesce(sum(l.periods) FILTER (WHERE upper(tl.during) <= (SELECT base_moment())), 0)::int AS held,
    count(*) FILTER (WHERE a.mark IS NULL AND upper(tl.during) <= (SELECT base_moment()))::int AS waiting,
    count(a.mark)::int AS marked,
    (coalesce(sum(l.periods) FILTER (WHERE a.mark = ANY (marks_of_presence())), 0)
      - count(*) FILTER (WHERE a.mark = ANY (marks_of_lateness())) / parameter('late_marks_a_period', c.starts_on))::int AS rolled
  FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id JOIN enrolments e ON e.id = tl.enrolment_id
  JOIN cohorts c ON c.id = e.cohort_id LEFT JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id
  GROUP BY tl.enrolment_id, c.starts_on;

-- What counts of an enrolment: 课时 typed from the ledger of an old cohort (台账录入), otherwise those of the roll; null while nothing
-- is known.
CREATE VIEW attendance_standings AS
  SELECT e.id AS enrolment_id, coalesce(s.scheduled, 0) AS scheduled, coalesce(s.held, 0) AS held, coalesce(s.marked, 0) AS marked,
    coalesce(e.attended_periods, CASE WHEN s.marked > 0 THEN s.rolled END) AS attended,
    CASE WHEN e.attended_periods IS NULL THEN coalesce(s.waiting, 0) ELSE 0 END AS waiting
  FROM enrolments e LEFT JOIN LATERAL (SELECT * FROM attendance_sums WHERE enrolment_id = e.id) AS s ON true;

GRANT SELECT ON attendance_sums, attendance_standings TO portal_app;
