-- R24, R27: 参训人数, the persons behind the 人次 of a year, each counted once; those trained off the base apart. Counters, moved by these
-- triggers and by nothing else: counted anew they cost each page a walk through all enrolments of the year.

-- One person gets or leaves a place in a year. The rows of the year are taken first, in the order of the locks also where the place is off
-- the base and moves no 人次, so that two who move the same persons never wait in a circle.
CREATE FUNCTION move_heads(y int, base boolean, person uuid, moved int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE stands int;
BEGIN
  PERFORM 1 FROM training_years WHERE year = y FOR NO KEY UPDATE;
  PERFORM 1 FROM headcounts WHERE year = y FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    INSERT INTO headcounts (year) VALUES (y) ON CONFLICT DO NOTHING;
    PERFORM 1 FROM headcounts WHERE year = y FOR NO KEY UPDATE;
  END IF;
  IF moved < 0 THEN
    DELETE FROM trainee_years WHERE year = y AND at_base = base AND trainee_id = person AND places = 1;
    IF FOUND THEN stands := 0;
    ELSE
      UPDATE trainee_years SET places = places - 1 WHERE year = y AND at_base = base AND trainee_id = person RETURNING places INTO stands;
    END IF;
  ELSE
    INSERT INTO trainee_years AS t (year, at_base, trainee_id, places) VALUES (y, base, person, 1)
    ON CONFLICT (year, at_base, trainee_id) DO UPDATE SET places = t.places + 1 RETURNING t.places INTO stands;
  END IF;
  -- The first place of a person makes a head and the second a repeated one, at the base; the same backwards.
  IF base THEN
    IF stands = greatest(moved, 0) THEN UPDATE headcounts SET heads = heads + moved WHERE year = y;
    ELSIF stands = 1 + greatest(moved, 0) THEN UPDATE headcounts SET repeated = repeated + moved WHERE year = y;
    END IF;
  ELSIF stands = greatest(moved, 0) THEN UPDATE headcounts SET outside = outside + moved WHERE year = y;
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION move_heads FROM PUBLIC;

-- After enrolment_2_moves_cohort, which holds the cohorts: their year and place stand. Years in their order, like there.
CREATE FUNCTION enrolment_moves_heads() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  leaves uuid := CASE WHEN TG_OP <> 'INSERT' AND holds_place(OLD.state) THEN OLD.cohort_id END;
  enters uuid := CASE WHEN TG_OP <> 'DELETE' AND holds_place(NEW.state) THEN NEW.cohort_id END;
  step record;
BEGIN
  IF leaves IS NOT DISTINCT FROM enters THEN RETURN NULL; END IF;
  FOR step IN
    SELECT extract(year FROM c.starts_on)::int AS year, c.at_base, sum(m.moved)::int AS moved
    FROM (VALUES (leaves, -1), (enters, 1)) AS m (cohort, moved) JOIN cohorts c ON c.id = m.cohort
    GROUP BY 1, 2 HAVING sum(m.moved) <> 0 ORDER BY 1, 2
  LOOP
    PERFORM move_heads(step.year, step.at_base, person_of(coalesce(NEW.trainee_id, OLD.trainee_id)), step.moved);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_3_counts_heads AFTER INSERT OR DELETE OR UPDATE OF state, cohort_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolment_moves_heads();

-- A cohort that moves to another year, or to another place, takes its people along. After cohort_moves_years, by the alphabet.
CREATE FUNCTION cohort_takes_heads() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  was int := extract(year FROM OLD.starts_on);
  stands int := extract(year FROM NEW.starts_on);
  person uuid;
BEGIN
  IF (was, OLD.at_base) = (stands, NEW.at_base) THEN RETURN NULL; END IF;
  PERFORM 1 FROM training_years WHERE year IN (was, stands) ORDER BY year FOR NO KEY UPDATE;
  PERFORM 1 FROM headcounts WHERE year IN (was, stands) ORDER BY year FOR NO KEY UPDATE;
  FOR person IN
    SELECT coalesce(t.merged_into_id, t.id) FROM enrolments e JOIN trainees t ON t.id = e.trainee_id
    WHERE e.cohort_id = NEW.id AND e.state = ANY (states_with_place()) ORDER BY 1
  LOOP
    PERFORM move_heads(was, OLD.at_base, person, -1);
    PERFORM move_heads(stands, NEW.at_base, person, 1);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER cohort_takes_heads AFTER UPDATE OF starts_on, at_base ON cohorts FOR EACH ROW EXECUTE FUNCTION cohort_takes_heads();
