-- R100, R101, I33: passwords, sign-ins, and nobody is locked out.

-- R100: the last five passwords, the present one among them, whoever sets it.
CREATE FUNCTION account_keeps_passwords() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO former_passwords (account_id, hash) VALUES (NEW.id, NEW.password_hash);
  DELETE FROM former_passwords WHERE account_id = NEW.id
    AND id NOT IN (SELECT id FROM former_passwords WHERE account_id = NEW.id ORDER BY id DESC LIMIT 5);
  RETURN NULL;
END $$;
CREATE TRIGGER account_keeps_first_password AFTER INSERT ON accounts FOR EACH ROW
  WHEN (NEW.password_hash IS NOT NULL) EXECUTE FUNCTION account_keeps_passwords();
CREATE TRIGGER account_keeps_passwords AFTER UPDATE OF password_hash ON accounts FOR EACH ROW
  WHEN (NEW.password_hash IS NOT NULL AND NEW.password_hash IS DISTINCT FROM OLD.password_hash) EXECUTE FUNCTION account_keeps_passwords();

-- R100: a lock lasts half an hour, a code is of now, and a second factor is taken away before another is set: none of them is moved so far
-- that the right password and the right code no longer open.
CREATE FUNCTION account_can_be_opened() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.locked_until > now() + interval '31 minutes' THEN PERFORM refuse('WRONG_STATE', 'lockedUntil'); END IF;
  IF NEW.factor_step > floor(extract(epoch FROM clock_timestamp()) / 30) + 10 THEN PERFORM refuse('WRONG_STATE', 'factorCode'); END IF;
  IF TG_OP = 'UPDATE' AND OLD.factor_sealed <> NEW.factor_sealed THEN PERFORM refuse('WRONG_STATE', 'factorCode'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_can_be_opened BEFORE INSERT OR UPDATE OF locked_until, factor_step, factor_sealed ON accounts
  FOR EACH ROW EXECUTE FUNCTION account_can_be_opened();

-- I33: a disabled account, another role or another password ends every sign-in at once.
CREATE FUNCTION account_ends_sign_ins() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE sign_ins SET ended_at = now(), end_reason = 'ACCOUNT_CHANGED' WHERE account_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER account_ends_sign_ins AFTER UPDATE OF role, disabled_at, password_hash, factor_sealed ON accounts
  FOR EACH ROW WHEN (OLD.role <> NEW.role OR OLD.disabled_at IS DISTINCT FROM NEW.disabled_at
    OR OLD.password_hash IS DISTINCT FROM NEW.password_hash
    OR (OLD.factor_sealed IS NOT NULL AND OLD.factor_sealed IS DISTINCT FROM NEW.factor_sealed))
  EXECUTE FUNCTION account_ends_sign_ins();

-- R100: an ended sign-in stays ended.
CREATE FUNCTION sign_in_stays_ended() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.end_reason) IS DISTINCT FROM (OLD.ended_at, OLD.end_reason) THEN
    PERFORM refuse('WRONG_STATE', 'signInId');
  END IF;
  -- Nobody is seen tomorrow: the clock of a process may be a little ahead of the database's.
  NEW.started_at := least(NEW.started_at, now());
  NEW.last_seen_at := least(NEW.last_seen_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER sign_in_stays_ended BEFORE INSERT OR UPDATE ON sign_ins FOR EACH ROW EXECUTE FUNCTION sign_in_stays_ended();

-- R101: whether nobody else looks after accounts who can sign in.
CREATE FUNCTION is_last_security(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM accounts WHERE id = account AND role = 'SEC_ADMIN' AND disabled_at IS NULL AND password_hash IS NOT NULL)
    AND NOT EXISTS (SELECT FROM accounts WHERE id <> account AND role = 'SEC_ADMIN' AND disabled_at IS NULL AND password_hash IS NOT NULL)
$$;

-- R101: without a security administrator who can sign in nobody could mend an account again.
CREATE FUNCTION security_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- One at a time: two who disable each other at the same moment would leave nobody.
  PERFORM pg_advisory_xact_lock(hashtext('security_stays'));
  IF is_last_security(NEW.id) THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'LAST_SECURITY')); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER security_stays BEFORE UPDATE OF role, disabled_at, password_hash ON accounts FOR EACH ROW
  WHEN (OLD.role = 'SEC_ADMIN' AND OLD.disabled_at IS NULL AND OLD.password_hash IS NOT NULL
    AND (NEW.role <> 'SEC_ADMIN' OR NEW.disabled_at IS NOT NULL OR NEW.password_hash IS NULL))
  EXECUTE FUNCTION security_stays();
