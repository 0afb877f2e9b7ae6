-- U30: what a classroom is for, what stands in it and what the practice of a course needs are entries of code tables in force; one that
-- has ended stays where it was chosen.

CREATE FUNCTION refuse_ended_code(wanted_kind text, wanted text, field text) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM code_items WHERE kind = wanted_kind AND code = wanted
    AND base_day() BETWEEN valid_from AND coalesce(valid_to, 'infinity')) THEN
    PERFORM refuse('INPUT_WRONG', field, '{"case": "CODE_ENDED"}');
  END IF;
END $$;

CREATE FUNCTION classroom_is_of_kind() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.kind <> OLD.kind THEN PERFORM refuse_ended_code('CLASSROOM_KIND', NEW.kind, 'kind'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER classroom_is_of_kind BEFORE UPDATE OF kind ON classrooms FOR EACH ROW EXECUTE FUNCTION classroom_is_of_kind();

CREATE FUNCTION equipment_is_known() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse_ended_code('EQUIPMENT', NEW.code, 'equipment');
  RETURN NEW;
END $$;
CREATE TRIGGER equipment_is_known BEFORE INSERT ON classroom_equipment FOR EACH ROW EXECUTE FUNCTION equipment_is_known();

CREATE FUNCTION course_needs_what_is_known() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  had courses;
  wanted text;
BEGIN
  IF TG_OP = 'UPDATE' THEN had := OLD; END IF;
  FOREACH wanted IN ARRAY NEW.practice_kinds LOOP
    CONTINUE WHEN wanted = ANY (had.practice_kinds);
    PERFORM refuse_ended_code('CLASSROOM_KIND', wanted, 'practiceKinds');
  END LOOP;
  FOREACH wanted IN ARRAY NEW.practice_equipment LOOP
    CONTINUE WHEN wanted = ANY (had.practice_equipment);
    PERFORM refuse_ended_code('EQUIPMENT', wanted, 'practiceEquipment');
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER course_needs_what_is_known BEFORE INSERT OR UPDATE OF practice_kinds, practice_equipment ON courses
  FOR EACH ROW EXECUTE FUNCTION course_needs_what_is_known();

-- I29: it is noted with its classroom, by the label.
CREATE FUNCTION equipment_is_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  room int := CASE TG_OP WHEN 'DELETE' THEN OLD.classroom_number ELSE NEW.classroom_number END;
BEGIN
  IF NOT EXISTS (SELECT FROM audit_entries e JOIN classrooms r ON r.label = e.subject_id
    WHERE r.number = room AND e.subject_type = 'classroom' AND e.xid = pg_current_xact_id()) THEN
    PERFORM refuse('AUDIT_MISSING', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON classroom_equipment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION equipment_is_noted();

GRANT SELECT, INSERT, UPDATE (count), DELETE ON classroom_equipment TO portal_app;
