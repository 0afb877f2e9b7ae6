-- R24: figures an office may change. Somebody proposes, others approve, and the database alone puts them in force.

CREATE FUNCTION setting_is_proposed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE kind setting_kinds;
BEGIN
  SELECT * INTO kind FROM setting_kinds WHERE key = NEW.key;
  IF NEW.state <> 'PROPOSED' OR coalesce(NEW.director_id, NEW.reviewer_id, NEW.leader_id) IS NOT NULL THEN
    PERFORM refuse('WRONG_STATE', 'state');
  END IF;
  IF NEW.value NOT BETWEEN kind.least AND kind.most THEN
    PERFORM refuse('INPUT_WRONG', 'value', jsonb_build_object('case', 'SETTING_RANGE', 'least', kind.least, 'most', kind.most));
  END IF;
  PERFORM refuse_signer(NEW.created_by_id, CASE kind.domain WHEN 'CAPACITY' THEN 'yearCapacity:propose' ELSE 'setting:propose' END,
    'state');
  IF kind.domain = 'CAPACITY' THEN PERFORM refuse_capacity(extract(year FROM NEW.valid_from)::int, NEW.value); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER setting_is_proposed BEFORE INSERT ON setting_changes FOR EACH ROW EXECUTE FUNCTION setting_is_proposed();

-- The last signature that was missing puts the figure in force, in the same transaction; nobody else writes `parameters`
-- or a year's capacity.
CREATE FUNCTION setting_is_decided() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  domain "SettingDomain" := (SELECT k.domain FROM setting_kinds k WHERE k.key = OLD.key);
  signed boolean := CASE domain WHEN 'TRAINING' THEN NEW.director_id IS NOT NULL AND NEW.reviewer_id IS NOT NULL
    WHEN 'MONEY' THEN NEW.leader_id IS NOT NULL ELSE NEW.reviewer_id IS NOT NULL END;
  y int := extract(year FROM OLD.valid_from);
  line record;
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'PROPOSED'
    OR (NEW.id, NEW.key, NEW.valid_from, NEW.value, NEW.reason, NEW.document_no, NEW.created_by_id)
    <> (OLD.id, OLD.key, OLD.valid_from, OLD.value, OLD.reason, OLD.document_no, OLD.created_by_id) THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state));
  END IF;
  -- I16: each line is signed by its own office, once; that neither the proposer signs nor one both is a constraint.
  FOR line IN
    SELECT * FROM (VALUES (OLD.director_id, NEW.director_id, 'BASE_DIRECTOR'), (OLD.reviewer_id, NEW.reviewer_id, 'COUNTY_REVIEWER'),
      (OLD.leader_id, NEW.leader_id, 'AID_LEADER')) AS l (was, stands, office) WHERE was IS DISTINCT FROM stands
  LOOP
    IF line.was IS NOT NULL THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
    IF line.stands <> NEW.created_by_id AND NOT coalesce(NEW.director_id = NEW.reviewer_id, false)
      AND NOT signs_as(line.stands, line.office::"Role") THEN
      PERFORM refuse('NOT_ALLOWED', 'state');
    END IF;
  END LOOP;
  IF NEW.state = 'APPROVED' AND NOT signed THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
  IF NEW.state NOT IN ('PROPOSED', 'APPROVED') THEN
    IF (NEW.decided_by_id = NEW.created_by_id) IS DISTINCT FROM (NEW.state = 'WITHDRAWN') OR NEW.state = 'REJECTED'
      AND NOT signs_as(NEW.decided_by_id, 'BASE_DIRECTOR', 'COUNTY_REVIEWER', 'AID_LEADER') THEN
      PERFORM refuse('NOT_ALLOWED', 'state');
    END IF;
    NEW.decided_at := now();
    RETURN NEW;
  END IF;
  IF NOT signed THEN RETURN NEW; END IF;

  NEW.state := 'APPROVED';
  NEW.decided_by_id := coalesce(NEW.leader_id, NEW.reviewer_id);
  NEW.decided_at := now();
  IF domain = 'CAPACITY' THEN
    PERFORM ensure_year(y);
    PERFORM 1 FROM training_years WHERE year = y FOR NO KEY UPDATE;
    PERFORM refuse_capacity(y, NEW.value);
    UPDATE training_years SET capacity = NEW.value WHERE year = y;
    RETURN NEW;
  END IF;
  INSERT INTO parameters (key, valid_from, value, reason, document_no)
  VALUES (NEW.key, NEW.valid_from, NEW.value, NEW.reason, NEW.document_no) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN PERFORM refuse('INPUT_WRONG', 'validFrom', jsonb_build_object('case', 'SETTING_DAY_TAKEN')); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER setting_is_decided BEFORE UPDATE OR DELETE ON setting_changes FOR EACH ROW EXECUTE FUNCTION setting_is_decided();
