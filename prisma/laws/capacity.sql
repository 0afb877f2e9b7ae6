-- R21, R22, I1–I3, I6–I8: 2,000 人次 a year. Counters on the year and the cohort, moved by these triggers and by nothing else.

-- R26: which states have a place. A function with a setting of its own is called for each row (7 µs instead of 1); one without arguments is
-- asked once a statement, so what counts many rows asks this one.
CREATE FUNCTION states_with_place() RETURNS "EnrolmentState"[] LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY['CONFIRMED', 'IN_TRAINING', 'COMPLETED', 'NOT_COMPLETED', 'DROPPED']::"EnrolmentState"[]
$$;

CREATE FUNCTION holds_place(state "EnrolmentState") RETURNS boolean LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT state = ANY (states_with_place())
$$;

CREATE FUNCTION ensure_year(y int) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO training_years (year, capacity) VALUES (y, parameter('annual_capacity', make_date(y, 1, 1))) ON CONFLICT DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION ensure_year FROM PUBLIC;

-- What one cohort takes off which year: R25 its start year, R27 nothing off the base, R22 all its seats while approved and not started.
CREATE FUNCTION cohort_share(c cohorts, OUT year int, OUT held int, OUT planned int) LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT extract(year FROM c.starts_on)::int,
    CASE WHEN c.at_base THEN c.confirmed ELSE 0 END,
    CASE WHEN NOT c.at_base THEN 0
      WHEN c.state = 'APPROVED' THEN greatest(c.seats, c.confirmed)
      WHEN c.state IN ('IN_PROGRESS', 'EXAM', 'CLOSED') THEN c.confirmed ELSE 0 END
$$;

CREATE FUNCTION move_year(y int, held_by int, planned_by int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE t training_years;
BEGIN
  PERFORM ensure_year(y);
  UPDATE training_years SET held = held + held_by, planned = planned + planned_by
  WHERE year = y AND (held_by <= 0 OR held + held_by <= capacity) AND (planned_by <= 0 OR planned + planned_by <= capacity);
  IF FOUND THEN RETURN; END IF;

  SELECT * INTO t FROM training_years WHERE year = y;
  PERFORM refuse('YEAR_FULL', 'cohortId', jsonb_build_object('year', y, 'capacity', t.capacity, 'held', t.held, 'planned', t.planned,
    'left', t.capacity - t.planned, 'nextYear', y + 1, 'wanted', greatest(held_by, planned_by)));
END $$;
REVOKE EXECUTE ON FUNCTION move_year FROM PUBLIC;

CREATE FUNCTION cohort_moves_years() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE step record;
BEGIN
  FOR step IN
    SELECT s.year, sum(s.sign * s.held)::int AS held, sum(s.sign * s.planned)::int AS planned
    FROM (SELECT -1 AS sign, was.* FROM cohort_share(OLD) AS was WHERE TG_OP <> 'INSERT'
          UNION ALL SELECT 1, now.* FROM cohort_share(NEW) AS now WHERE TG_OP <> 'DELETE') AS s
    GROUP BY s.year HAVING sum(s.sign * s.held) <> 0 OR sum(s.sign * s.planned) <> 0
    ORDER BY s.year
  LOOP
    PERFORM move_year(step.year, step.held, step.planned);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER cohort_moves_years AFTER INSERT OR DELETE OR UPDATE OF confirmed, seats, state, starts_on, at_base ON cohorts
  FOR EACH ROW EXECUTE FUNCTION cohort_moves_years();

CREATE FUNCTION move_cohort(cohort uuid, places int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c cohorts;
BEGIN
  UPDATE cohorts SET confirmed = confirmed + places
  WHERE id = cohort AND (places < 0 OR (confirmed + places <= seats AND state IN ('APPROVED', 'IN_PROGRESS')));
  IF FOUND THEN RETURN; END IF;

  SELECT * INTO c FROM cohorts WHERE id = cohort;
  IF c.state NOT IN ('APPROVED', 'IN_PROGRESS') THEN
    PERFORM refuse('COHORT_NOT_OPEN', 'cohortId', jsonb_build_object('number', c.number, 'state', c.state));
  END IF;
  PERFORM refuse('COHORT_FULL', 'cohortId', jsonb_build_object('number', c.number, 'seats', c.seats));
END $$;
REVOKE EXECUTE ON FUNCTION move_cohort FROM PUBLIC;

-- Locks in the fixed order: cohorts by id, then years by year; the year comes last and is held for the commit only.
-- NO KEY, because the foreign key of the row just inserted already shares the key: a full lock would deadlock two writers.
CREATE FUNCTION enrolment_moves_cohort() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  leaves uuid := CASE WHEN TG_OP <> 'INSERT' AND holds_place(OLD.state) THEN OLD.cohort_id END;
  enters uuid := CASE WHEN TG_OP <> 'DELETE' AND holds_place(NEW.state) THEN NEW.cohort_id END;
BEGIN
  IF leaves IS NOT DISTINCT FROM enters THEN RETURN NULL; END IF;
  IF leaves IS NOT NULL AND enters IS NOT NULL THEN
    PERFORM 1 FROM cohorts WHERE id IN (leaves, enters) ORDER BY id FOR NO KEY UPDATE;
    PERFORM 1 FROM training_years WHERE year IN (SELECT extract(year FROM starts_on) FROM cohorts WHERE id IN (leaves, enters))
    ORDER BY year FOR NO KEY UPDATE;
  END IF;
  IF leaves IS NOT NULL THEN PERFORM move_cohort(leaves, -1); END IF;
  IF enters IS NOT NULL THEN PERFORM move_cohort(enters, 1); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_2_moves_cohort AFTER INSERT OR DELETE OR UPDATE OF state, cohort_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_moves_cohort();

-- I6, R24: a year never falls below what its cohorts hold or plan.
CREATE FUNCTION refuse_capacity(y int, wanted int) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE t training_years;
BEGIN
  SELECT * INTO t FROM training_years WHERE year = y;
  IF wanted < greatest(t.held, t.planned) THEN
    PERFORM refuse('CAPACITY_BELOW_HELD', 'value',
      jsonb_build_object('case', 'YEAR', 'year', y, 'held', t.held, 'planned', t.planned, 'wanted', wanted));
  END IF;
END $$;
