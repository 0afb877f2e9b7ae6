-- I29: every table the portal writes is noted. What a trigger is given after the name of the subject are columns that move with something
-- noted elsewhere; every other column counts, also one that a later migration adds.
CREATE OR REPLACE FUNCTION change_is_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moved text[] := coalesce(TG_ARGV[1:TG_NARGS - 1], '{}');
  subject text;
BEGIN
  IF TG_OP = 'UPDATE' AND TG_NARGS > 1 AND to_jsonb(NEW) - moved = to_jsonb(OLD) - moved THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN subject := to_jsonb(OLD) ->> TG_ARGV[0]; ELSE subject := to_jsonb(NEW) ->> TG_ARGV[0]; END IF;
  IF NOT EXISTS (SELECT FROM audit_entries WHERE subject_id = subject AND xid = pg_current_xact_id()) THEN
    PERFORM refuse('AUDIT_MISSING', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    -- The failures and the lock move with the access log, the step with each code; how the pages look is the person's own matter.
    ('accounts', 'id', 'failed_sign_ins, locked_until, factor_step, language, theme, density, size, shortcuts'),
    -- Places and numbers move with an enrolment and a certificate.
    ('cohorts', 'id', 'confirmed, certificate_count'),
    -- The sums move with a record, and so does what is current; a year's state moves with its plans, until it is closed, which is signed.
    ('projects', 'id', 'arranged, disbursed, completed'),
    ('aid_plans', 'id', 'is_current'),
    ('revenue_figures', 'id', 'is_current'),
    ('base', 'id', ''),
    ('lesson_cohorts', 'lesson_id', ''),
    ('trainee_search_keys', 'trainee_id', '')) AS noted (name, subject, moved)
  LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS change_is_noted ON %I', t.name);
    EXECUTE format('CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION change_is_noted(%s)', t.name,
      (SELECT string_agg(quote_literal(a), ', ') FROM unnest(t.subject || string_to_array(t.moved, ', ')) AS a));
  END LOOP;
END $$;
DROP TRIGGER change_is_noted ON aid_funds;
CREATE CONSTRAINT TRIGGER change_is_noted AFTER UPDATE ON aid_funds DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('year', 'approved_total', 'arranged', 'state');

-- Nothing in the portal changes these: the names of the base on every paper, the demo's day, who an account is.
REVOKE UPDATE ON base, accounts FROM portal_app;
GRANT UPDATE (key_check) ON base TO portal_app;
GRANT UPDATE (username, name, role, password_hash, disabled_at, failed_sign_ins, locked_until, factor_sealed, factor_since, factor_step,
  set_up_token_hash, set_up_expires_at, language, theme, density, size, shortcuts, version) ON accounts TO portal_app;
