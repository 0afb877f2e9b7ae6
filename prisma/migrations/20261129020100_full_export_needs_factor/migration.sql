-- R93, R100: whole numbers leave only for an account with a second factor, whoever writes the grant.
CREATE FUNCTION full_export_needs_factor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM accounts WHERE id = NEW.actor_id AND factor_sealed IS NOT NULL AND disabled_at IS NULL) THEN
    PERFORM refuse('INPUT_WRONG', 'factorCode', jsonb_build_object('case', 'FACTOR_MISSING'));
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION full_export_needs_factor FROM PUBLIC;
CREATE TRIGGER full_export_needs_factor BEFORE INSERT ON exports
  FOR EACH ROW WHEN (NEW.is_full) EXECUTE FUNCTION full_export_needs_factor();
