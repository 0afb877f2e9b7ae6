-- I29: at COMMIT every change of an audited row must have its audit entry in the same transaction; the index makes it exactly one.
CREATE FUNCTION change_is_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE subject text;
BEGIN
  IF TG_OP = 'DELETE' THEN subject := to_jsonb(OLD) ->> TG_ARGV[0]; ELSE subject := to_jsonb(NEW) ->> TG_ARGV[0]; END IF;
  IF NOT EXISTS (SELECT FROM audit_entries WHERE subject_id = subject AND xid = pg_current_xact_id()) THEN
    PERFORM refuse('AUDIT_MISSING', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE OF username, name, role, password_hash, disabled_at ON accounts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON courses
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
-- The counter `confirmed` moves with an enrolment, which has its own entry.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE OF title, course_id, starts_on, ends_on, at_base, place, seats, state, version ON cohorts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON enrolments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON trainees
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON lessons
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON trainers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON classroom_closures
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER UPDATE ON classrooms
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('label');

-- I33: a disabled account, another role or another password ends every sign-in at once.
CREATE FUNCTION account_ends_sign_ins() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE sign_ins SET ended_at = now(), end_reason = 'ACCOUNT_CHANGED' WHERE account_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER account_ends_sign_ins AFTER UPDATE OF role, disabled_at, password_hash ON accounts
  FOR EACH ROW WHEN (OLD.role <> NEW.role OR OLD.disabled_at IS DISTINCT FROM NEW.disabled_at OR OLD.password_hash IS DISTINCT FROM NEW.password_hash)
  EXECUTE FUNCTION account_ends_sign_ins();
