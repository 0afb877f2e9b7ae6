-- R81, I29: an import stands with its lines and is undone once, within a day; a person it brought goes only while nothing refers to him.

CREATE FUNCTION is_undoable(imported_at timestamptz) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT transaction_timestamp() < imported_at + interval '24 hours'
$$;
GRANT EXECUTE ON FUNCTION is_undoable TO portal_app;

CREATE FUNCTION roster_import_is_signed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE undoing text[] := ARRAY['undone_by_id', 'undone_at', 'undo_reason'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF num_nonnulls(NEW.undone_by_id, NEW.undone_at, NEW.undo_reason) > 0
      OR NOT signs_as(NEW.imported_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') THEN PERFORM refuse_signature('importId'); END IF;
    NEW.imported_at := transaction_timestamp();
    RETURN NEW;
  END IF;
  IF OLD.undone_at IS NOT NULL OR NEW.undone_by_id IS NULL OR to_jsonb(NEW) - undoing <> to_jsonb(OLD) - undoing THEN
    PERFORM refuse('WRONG_STATE', 'importId', '{"case": "IMPORT_UNDONE"}');
  END IF;
  IF NOT is_undoable(OLD.imported_at) THEN PERFORM refuse('WRONG_STATE', 'importId', '{"case": "IMPORT_OLD"}'); END IF;
  IF NOT signs_as(NEW.undone_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') THEN PERFORM refuse_signature('importId'); END IF;
  NEW.undone_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER roster_import_is_signed BEFORE INSERT OR UPDATE ON roster_imports
  FOR EACH ROW EXECUTE FUNCTION roster_import_is_signed();

-- A line comes with its import and ends with its undoing; what stood there before may be forgotten at any time.
CREATE FUNCTION roster_line_goes_with_its_import() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  i roster_imports;
  ending text[] := ARRAY['ended_as', 'end_refusal', 'end_figures'];
BEGIN
  SELECT * INTO i FROM roster_imports WHERE id = NEW.import_id;
  IF TG_OP = 'INSERT' THEN
    IF i.imported_at <> transaction_timestamp() OR num_nonnulls(NEW.ended_as, NEW.end_refusal, NEW.end_figures) > 0 THEN
      PERFORM refuse('WRONG_STATE', 'importId', '{"case": "IMPORT_UNDONE"}');
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - ending - 'before_sealed' <> to_jsonb(OLD) - ending - 'before_sealed' OR NEW.before_sealed IS NOT NULL
    OR (NEW.ended_as IS DISTINCT FROM OLD.ended_as AND (OLD.ended_as IS NOT NULL OR i.undone_at IS DISTINCT FROM transaction_timestamp()))
  THEN PERFORM refuse('WRONG_STATE', 'importId', '{"case": "IMPORT_UNDONE"}'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER roster_line_goes_with_its_import BEFORE INSERT OR UPDATE ON roster_import_lines
  FOR EACH ROW EXECUTE FUNCTION roster_line_goes_with_its_import();

-- Whoever has a history stays: the foreign keys of all that refers to a person say so. Whom no import brought today stays as well.
CREATE FUNCTION trainee_goes_with_his_import() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM roster_import_lines l JOIN roster_imports i ON i.id = l.import_id
    WHERE l.trainee_id = OLD.id AND l.kind = 'NEW' AND l.version = OLD.version AND i.undone_at = transaction_timestamp())
  THEN PERFORM refuse('WRONG_STATE', 'traineeId', '{"case": "TRAINEE_STAYS"}'); END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER trainee_goes_with_his_import BEFORE DELETE ON trainees
  FOR EACH ROW EXECUTE FUNCTION trainee_goes_with_his_import();

GRANT SELECT ON roster_imports, roster_import_lines TO portal_app;
GRANT INSERT (id, imported_by_id, cohort_id) ON roster_imports TO portal_app;
GRANT INSERT (import_id, number, sheet, row, trainee_id, kind, version, before_sealed, enrolment_id) ON roster_import_lines TO portal_app;
GRANT UPDATE (undone_by_id, undo_reason) ON roster_imports TO portal_app;
GRANT UPDATE (before_sealed, ended_as, end_refusal, end_figures) ON roster_import_lines TO portal_app;
GRANT DELETE ON trainees TO portal_app;
