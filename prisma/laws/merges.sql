-- R5, I18, I28: one person who was entered twice. A merge is an alias (decision 0023): every enrolment, mark and certificate stays at the
-- row it was made at; the merged row points to the kept one, one level deep, and rests.

-- Who a row stands for.
CREATE FUNCTION person_of(trainee uuid) RETURNS uuid LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(merged_into_id, id) FROM trainees WHERE id = trainee
$$;

-- The rows are held against new enrolments until the end, so that what is looked at here stands when the merge does.
CREATE FUNCTION refuse_unmergeable(kept uuid, merged uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  leads uuid;
  in_cohort text;
BEGIN
  PERFORM 1 FROM trainees WHERE id IN (kept, merged) ORDER BY id FOR UPDATE;
  SELECT merged_into_id INTO leads FROM trainees WHERE id IN (kept, merged) AND merged_into_id IS NOT NULL LIMIT 1;
  IF FOUND THEN PERFORM refuse('WRONG_STATE', 'traineeId', jsonb_build_object('case', 'TRAINEE_MERGED', 'traineeId', leads)); END IF;
  SELECT c.number INTO in_cohort FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
  WHERE e.trainee_id IN (SELECT id FROM trainees WHERE merged = id OR merged_into_id = merged)
    AND e.state IN ('APPLIED', 'WAITLISTED', 'CONFIRMED', 'IN_TRAINING')
  ORDER BY c.number LIMIT 1;
  IF FOUND THEN PERFORM refuse('WRONG_STATE', 'traineeId', jsonb_build_object('case', 'MERGE_RUNNING', 'number', in_cohort)); END IF;
  SELECT c.number INTO in_cohort FROM enrolments e JOIN enrolments o ON o.cohort_id = e.cohort_id AND o.id <> e.id
  JOIN cohorts c ON c.id = e.cohort_id
  WHERE e.trainee_id IN (SELECT id FROM trainees WHERE merged = id OR merged_into_id = merged) AND holds_place(e.state)
    AND o.trainee_id IN (SELECT id FROM trainees WHERE kept = id OR merged_into_id = kept) AND holds_place(o.state)
  ORDER BY c.number LIMIT 1;
  IF FOUND THEN PERFORM refuse('WRONG_STATE', 'traineeId', jsonb_build_object('case', 'MERGE_SAME_COHORT', 'number', in_cohort)); END IF;
END $$;
REVOKE EXECUTE ON FUNCTION refuse_unmergeable FROM PUBLIC;

-- Staff propose, another person, the director, decides. That two are not the same person changes nothing, so that one says it alone.
CREATE FUNCTION merge_is_signed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE decision text[] := ARRAY['approved', 'decided_by_id', 'decided_at', 'decision'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.proposed_at := transaction_timestamp();
    IF NOT signs_as(NEW.proposed_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') THEN PERFORM refuse_signature('requestId'); END IF;
    IF NEW.approved IS FALSE AND NEW.decided_by_id = NEW.proposed_by_id AND NEW.decision IS NULL THEN
      NEW.decided_at := transaction_timestamp();
      RETURN NEW;
    END IF;
    IF num_nonnulls(NEW.approved, NEW.decided_by_id, NEW.decided_at, NEW.decision) > 0 THEN PERFORM refuse_signature('requestId'); END IF;
    PERFORM refuse_unmergeable(NEW.kept_id, NEW.merged_id);
    RETURN NEW;
  END IF;
  IF OLD.approved IS NOT NULL OR NEW.approved IS NULL THEN PERFORM refuse('WRONG_STATE', 'requestId'); END IF;
  IF NEW.decided_by_id = OLD.proposed_by_id THEN PERFORM refuse('SAME_PERSON', 'state'); END IF;
  IF to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision OR NOT signs_as(NEW.decided_by_id, 'BASE_DIRECTOR') THEN
    PERFORM refuse_signature('requestId');
  END IF;
  IF NEW.approved THEN PERFORM refuse_unmergeable(NEW.kept_id, NEW.merged_id); END IF;
  NEW.decided_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER merge_is_signed BEFORE INSERT OR UPDATE ON trainee_merges FOR EACH ROW EXECUTE FUNCTION merge_is_signed();

-- 人次 stays; the places of the merged person count as the kept one's, years in the order of their locks (headcount.sql).
CREATE FUNCTION merge_takes_heads() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE step record;
BEGIN
  UPDATE trainees SET merged_into_id = NEW.kept_id WHERE id = NEW.merged_id OR merged_into_id = NEW.merged_id;
  PERFORM 1 FROM training_years WHERE year IN (SELECT year FROM trainee_years WHERE trainee_id = NEW.merged_id)
    ORDER BY year FOR NO KEY UPDATE;
  PERFORM 1 FROM headcounts WHERE year IN (SELECT year FROM trainee_years WHERE trainee_id = NEW.merged_id)
    ORDER BY year FOR NO KEY UPDATE;
  FOR step IN
    SELECT year, at_base FROM trainee_years CROSS JOIN LATERAL generate_series(1, places)
    WHERE trainee_id = NEW.merged_id ORDER BY year, at_base
  LOOP
    PERFORM move_heads(step.year, step.at_base, NEW.merged_id, -1);
    PERFORM move_heads(step.year, step.at_base, NEW.kept_id, 1);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER merge_takes_heads AFTER UPDATE OF approved ON trainee_merges
  FOR EACH ROW WHEN (NEW.approved) EXECUTE FUNCTION merge_takes_heads();

-- A merged row rests: it only follows when the person it leads to is merged further.
CREATE FUNCTION refuse_merged(trainee uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE leads uuid;
BEGIN
  -- Waits for a merge that is being decided.
  SELECT merged_into_id INTO leads FROM trainees WHERE id = trainee FOR KEY SHARE;
  IF leads IS NOT NULL THEN
    PERFORM refuse('WRONG_STATE', 'traineeId', jsonb_build_object('case', 'TRAINEE_MERGED', 'traineeId', leads));
  END IF;
END $$;

CREATE FUNCTION merged_trainee_rests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME <> 'trainees' THEN PERFORM refuse_merged(NEW.trainee_id);
  ELSIF to_jsonb(NEW) - 'merged_into_id' <> to_jsonb(OLD) - 'merged_into_id' THEN PERFORM refuse_merged(NEW.id);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER merged_trainee_rests BEFORE UPDATE ON trainees
  FOR EACH ROW WHEN (OLD.merged_into_id IS NOT NULL) EXECUTE FUNCTION merged_trainee_rests();
-- Nobody enters the register merged: that is for two to sign.
CREATE FUNCTION nobody_comes_merged() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse_signature('traineeId');
  RETURN NULL;
END $$;
CREATE TRIGGER nobody_comes_merged BEFORE INSERT ON trainees
  FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION nobody_comes_merged();
CREATE TRIGGER merged_trainee_rests BEFORE INSERT ON enrolments FOR EACH ROW EXECUTE FUNCTION merged_trainee_rests();
CREATE TRIGGER merged_trainee_rests BEFORE INSERT ON identity_corrections FOR EACH ROW EXECUTE FUNCTION merged_trainee_rests();

-- R5: two names that one slip of the pen tells apart: a character more, less or another, or the middle dot.
CREATE FUNCTION names_are_close(one text, other text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a text := replace(one, chr(183), '');
  b text := replace(other, chr(183), '');
  swap text;
BEGIN
  IF length(a) < length(b) THEN swap := a; a := b; b := swap; END IF;
  IF a = b THEN RETURN true; END IF;
  IF length(a) = length(b) THEN
    RETURN length(a) > 1 AND (SELECT count(*) = 1 FROM generate_series(1, length(a)) AS i WHERE substr(a, i, 1) <> substr(b, i, 1));
  END IF;
  RETURN length(a) = length(b) + 1 AND EXISTS (SELECT FROM generate_series(1, length(a)) AS i WHERE left(a, i - 1) || substr(a, i + 1) = b);
END $$;
GRANT EXECUTE ON FUNCTION names_are_close TO portal_app;
