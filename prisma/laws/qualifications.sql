-- 师资名册: a trainer teaches occupations that courses name, and a certificate is recorded once and ended once.

-- What courses train for, themselves or beside (R33): the occupations that can be ticked and looked for.
CREATE FUNCTION occupations_of_courses() RETURNS SETOF text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT occupation FROM courses WHERE occupation IS NOT NULL UNION SELECT occupation FROM course_occupations
$$;
GRANT EXECUTE ON FUNCTION occupations_of_courses TO portal_app;

CREATE FUNCTION skill_is_taught() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.occupation NOT IN (SELECT occupations_of_courses()) THEN
    PERFORM refuse('INPUT_WRONG', 'skills', jsonb_build_object('case', 'UNKNOWN_OCCUPATION', 'occupation', NEW.occupation));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER skill_is_taught BEFORE INSERT ON trainer_skills FOR EACH ROW EXECUTE FUNCTION skill_is_taught();

CREATE FUNCTION certificate_ends_once() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.ended_on IS NOT NULL OR NEW.ended_on IS NULL THEN
    PERFORM refuse('WRONG_STATE', 'paperId', '{"case": "CERTIFICATE_ENDED"}');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_ends_once BEFORE UPDATE ON trainer_certificates FOR EACH ROW EXECUTE FUNCTION certificate_ends_once();

GRANT SELECT, INSERT, DELETE ON trainer_skills TO portal_app;
GRANT SELECT ON trainer_certificates TO portal_app;
GRANT INSERT (id, trainer_id, name, number, level, issued_on, valid_until, created_by_id) ON trainer_certificates TO portal_app;
GRANT UPDATE (ended_on, end_reason) ON trainer_certificates TO portal_app;

-- I29: what a trainer teaches stands in the history of the trainer.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON trainer_skills DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('trainer_id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON trainer_certificates DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
