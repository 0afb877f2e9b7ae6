-- I5: somebody waits, stopped by nothing, although a seat is free that nobody before could have. An approval that is asked for is no fault.
CREATE OR REPLACE VIEW checks.waiting_with_free_seat AS
  SELECT c.number, c.confirmed, c.seats, e.id AS enrolment FROM cohorts c JOIN enrolments e ON e.cohort_id = c.id
  WHERE c.state IN ('APPROVED', 'IN_PROGRESS') AND e.state = 'WAITLISTED' AND e.wait_stopped IS NULL
    AND c.confirmed + claims_before(c.id, e.queue_no) < c.seats;
