-- I5, R34: a place goes to the first who waits and could have it, before and after the cohort has begun.

-- A person in the queue could have the place unless a rule stopped the enrolment; one that only waits for an approval keeps the claim.
CREATE FUNCTION claims_place(e enrolments) RETURNS boolean LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.state = 'WAITLISTED' AND coalesce(e.wait_stopped, 'APPROVAL_NEEDED') = 'APPROVAL_NEEDED'
$$;

CREATE FUNCTION claims_before(cohort uuid, number bigint) RETURNS int LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::int FROM enrolments e WHERE e.cohort_id = cohort AND e.state = 'WAITLISTED' AND claims_place(e) AND e.queue_no < number
$$;

-- Comes after the counters by its name, so that the cohort's row is held and counts the place just taken.
CREATE FUNCTION enrolment_keeps_queue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c cohorts;
  ahead int;
BEGIN
  IF NOT holds_place(NEW.state) OR (TG_OP = 'UPDATE' AND holds_place(OLD.state) AND NEW.cohort_id = OLD.cohort_id) THEN RETURN NULL; END IF;
  SELECT * INTO c FROM cohorts WHERE id = NEW.cohort_id;
  ahead := claims_before(NEW.cohort_id, NEW.queue_no);
  IF ahead > 0 AND c.confirmed + ahead > c.seats THEN
    PERFORM refuse('COHORT_FULL', 'cohortId', jsonb_build_object('case', 'QUEUE', 'number', c.number, 'seats', c.seats, 'waiting', ahead));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_4_keeps_queue AFTER INSERT OR UPDATE OF state, cohort_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_keeps_queue();

-- What an enrolment is judged on stands still until it is written: the cohort, then these people and those who wait for it, by id (the
-- order of all locks). Answers how many wait; what they all hold is read by a later statement.
CREATE FUNCTION hold_for_enrolment(cohort uuid, people uuid[]) RETURNS int LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  waiting uuid[];
BEGIN
  PERFORM FROM cohorts WHERE id = cohort FOR NO KEY UPDATE;
  waiting := ARRAY(SELECT trainee_id FROM enrolments WHERE cohort_id = cohort AND state = 'WAITLISTED');
  PERFORM FROM trainees WHERE id = ANY (people || waiting) ORDER BY id FOR NO KEY UPDATE;
  RETURN cardinality(waiting);
END $$;
