-- R52: a valid certificate says what its person is called; from the change of name or number until it is voided it is outdated.

CREATE FUNCTION trainee_outdates_certificates() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.name, NEW.id_number_sealed) IS NOT DISTINCT FROM (OLD.name, OLD.id_number_sealed) THEN RETURN NULL; END IF;
  DELETE FROM outdated_certificates USING certificates x JOIN enrolments e ON e.id = x.enrolment_id
  WHERE certificate_id = x.id AND e.trainee_id = NEW.id;
  INSERT INTO outdated_certificates (certificate_id, cohort_id)
  SELECT x.id, x.cohort_id FROM enrolments e JOIN certificates x ON x.enrolment_id = e.id
  WHERE e.trainee_id = NEW.id AND x.voided_on IS NULL AND (x.name, x.id_number_sealed) <> (NEW.name, NEW.id_number_sealed);
  RETURN NULL;
END $$;
CREATE TRIGGER trainee_outdates_certificates AFTER UPDATE OF name, id_number_sealed ON trainees
  FOR EACH ROW EXECUTE FUNCTION trainee_outdates_certificates();

CREATE FUNCTION void_certificate_is_not_outdated() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.voided_on IS NOT NULL THEN DELETE FROM outdated_certificates WHERE certificate_id = NEW.id; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER void_certificate_is_not_outdated AFTER UPDATE OF voided_on ON certificates
  FOR EACH ROW EXECUTE FUNCTION void_certificate_is_not_outdated();
