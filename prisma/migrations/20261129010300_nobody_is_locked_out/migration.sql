-- R100, R101: an ended sign-in stays ended, and no statement of the portal's login keeps the last security administrator out.
CREATE FUNCTION sign_in_stays_ended() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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

-- Nothing in the portal changes a user name or a name. A row that came from an earlier release is not asked.
REVOKE UPDATE (username, name) ON accounts FROM portal_app;
ALTER TABLE accounts
  ADD CONSTRAINT password_is_a_hash CHECK (password_hash
    ~ '^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{20,}\$[A-Za-z0-9+/]{40,}$') NOT VALID,
  ADD CONSTRAINT failures_are_counted CHECK (failed_sign_ins BETWEEN 0 AND 10000) NOT VALID,
  ADD CONSTRAINT account_is_readable CHECK (language IN ('zh-CN', 'en') AND theme IN ('system', 'light', 'dark')
    AND density IN ('normal', 'compact') AND size IN ('normal', 'large', 'largest')) NOT VALID;

-- R101: whether nobody else looks after accounts who can sign in.
CREATE FUNCTION is_last_security(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM accounts WHERE id = account AND role = 'SEC_ADMIN' AND disabled_at IS NULL AND password_hash IS NOT NULL)
    AND NOT EXISTS (SELECT FROM accounts WHERE id <> account AND role = 'SEC_ADMIN' AND disabled_at IS NULL AND password_hash IS NOT NULL)
$$;

CREATE OR REPLACE FUNCTION security_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- One at a time: two who disable each other at the same moment would leave nobody.
  PERFORM pg_advisory_xact_lock(hashtext('security_stays'));
  IF is_last_security(NEW.id) THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'LAST_SECURITY')); END IF;
  RETURN NEW;
END $$;
DROP TRIGGER security_stays ON accounts;
CREATE TRIGGER security_stays BEFORE UPDATE OF role, disabled_at, password_hash ON accounts FOR EACH ROW
  WHEN (OLD.role = 'SEC_ADMIN' AND OLD.disabled_at IS NULL AND OLD.password_hash IS NOT NULL
    AND (NEW.role <> 'SEC_ADMIN' OR NEW.disabled_at IS NOT NULL OR NEW.password_hash IS NULL))
  EXECUTE FUNCTION security_stays();

-- R100: a lock lasts half an hour, a code is of now, and a second factor is taken away before another is set: none of them is moved so far
-- that the right password and the right code no longer open.
CREATE FUNCTION account_can_be_opened() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.locked_until > now() + interval '31 minutes' THEN PERFORM refuse('WRONG_STATE', 'lockedUntil'); END IF;
  IF NEW.factor_step > floor(extract(epoch FROM clock_timestamp()) / 30) + 10 THEN PERFORM refuse('WRONG_STATE', 'factorCode'); END IF;
  IF TG_OP = 'UPDATE' AND OLD.factor_sealed <> NEW.factor_sealed THEN PERFORM refuse('WRONG_STATE', 'factorCode'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_can_be_opened BEFORE INSERT OR UPDATE OF locked_until, factor_step, factor_sealed ON accounts
  FOR EACH ROW EXECUTE FUNCTION account_can_be_opened();
REVOKE EXECUTE ON FUNCTION sign_in_stays_ended, account_can_be_opened FROM PUBLIC;
