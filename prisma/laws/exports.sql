-- R93, R100, R102: every file that leaves the portal.

-- No whole numbers without a grant, none on one that is used or five minutes old; what has ended is a record.
CREATE FUNCTION export_goes_on() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.is_full <> (NEW.state = 'GRANTED')
    OR TG_OP = 'UPDATE' AND OLD.state = 'GRANTED' AND (NEW.state <> 'RUNNING' OR OLD.created_at < now() - interval '5 minutes')
    OR TG_OP = 'UPDATE' AND OLD.state NOT IN ('GRANTED', 'RUNNING') THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'EXPORT_OVER'));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER export_goes_on BEFORE INSERT OR UPDATE ON exports FOR EACH ROW EXECUTE FUNCTION export_goes_on();

-- R93, R100: whole numbers leave only for an account with a second factor, whoever writes the grant.
CREATE FUNCTION full_export_needs_factor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM accounts WHERE id = NEW.actor_id AND factor_sealed IS NOT NULL AND disabled_at IS NULL) THEN
    PERFORM refuse('INPUT_WRONG', 'factorCode', jsonb_build_object('case', 'FACTOR_MISSING'));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER full_export_needs_factor BEFORE INSERT ON exports
  FOR EACH ROW WHEN (NEW.is_full) EXECUTE FUNCTION full_export_needs_factor();
