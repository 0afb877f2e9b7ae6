-- R5, I18: a trainee's names are kept; a wrong number, birth date or sex is corrected by two people.

-- Every name a person had, for the roles that may see names; the audit keeps them masked.
CREATE FUNCTION trainee_keeps_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO trainee_names (trainee_id, former_name, name) VALUES (NEW.id, OLD.name, NEW.name);
  RETURN NULL;
END $$;
CREATE TRIGGER trainee_keeps_names AFTER UPDATE OF name ON trainees
  FOR EACH ROW WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION trainee_keeps_names();

-- Staff propose, the director approves. The number is sealed for the trainee's place, so that it is copied as it is.
CREATE FUNCTION identity_correction_is_signed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE decision text[] := ARRAY['approved', 'decided_by_id', 'decided_at', 'decision'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT signs_as(NEW.proposed_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') OR NEW.proposed_on > base_day() OR NEW.birth_date > base_day()
      OR num_nonnulls(NEW.approved, NEW.decided_by_id, NEW.decided_at, NEW.decision) > 0
    THEN PERFORM refuse_signature('requestId'); END IF;
    RETURN NEW;
  END IF;
  IF OLD.approved IS NOT NULL OR NEW.approved IS NULL THEN PERFORM refuse('WRONG_STATE', 'requestId'); END IF;
  IF NEW.decided_by_id = OLD.proposed_by_id THEN PERFORM refuse('SAME_PERSON', 'state'); END IF;
  IF to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision OR NOT signs_as(NEW.decided_by_id, 'BASE_DIRECTOR') THEN
    PERFORM refuse_signature('requestId');
  END IF;
  NEW.decided_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER identity_correction_is_signed BEFORE INSERT OR UPDATE ON identity_corrections
  FOR EACH ROW EXECUTE FUNCTION identity_correction_is_signed();

-- I18: the number is still one person's only; the constraint of the register speaks when it is not.
CREATE FUNCTION identity_is_corrected() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE trainees SET id_number_sealed = NEW.id_number_sealed, id_number_hash = NEW.id_number_hash, sex = NEW.sex,
    birth_date = NEW.birth_date, version = version + 1
  WHERE id = NEW.trainee_id;
  RETURN NULL;
END $$;
CREATE TRIGGER identity_is_corrected AFTER UPDATE OF approved ON identity_corrections
  FOR EACH ROW WHEN (NEW.approved) EXECUTE FUNCTION identity_is_corrected();
