-- U18, I33: an address at which a calendar fetches lessons is made by somebody who may see them, and ends for good.

CREATE FUNCTION feed_keeps_to_its_owner() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Held, so that an account that is disabled or gets another role meanwhile leaves no address behind.
    PERFORM 1 FROM accounts WHERE id = NEW.account_id FOR SHARE;
    IF NOT signs_as(NEW.account_id, 'BASE_STAFF', 'BASE_DIRECTOR', 'COUNTY_REVIEWER', 'SYS_ADMIN', 'AUDITOR')
      AND NOT (signs_as(NEW.account_id, 'TRAINER')
        AND coalesce(NEW.trainer_id = (SELECT trainer_id FROM accounts WHERE id = NEW.account_id), false)) THEN
      PERFORM refuse('NOT_ALLOWED', 'of');
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.ended_at IS NOT NULL THEN PERFORM refuse('WRONG_STATE', 'feedId', '{"case": "FEED_OVER"}'); END IF;
  IF NEW.secret_hash <> OLD.secret_hash THEN NEW.renewed_at := transaction_timestamp(); END IF;
  IF NEW.ended_at IS NOT NULL THEN NEW.ended_at := transaction_timestamp(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER feed_keeps_to_its_owner BEFORE INSERT OR UPDATE ON calendar_feeds
  FOR EACH ROW EXECUTE FUNCTION feed_keeps_to_its_owner();

-- I33: a disabled account and one with another role leave no address behind, also not when they are as before again.
CREATE FUNCTION account_ends_feeds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE calendar_feeds SET ended_at = transaction_timestamp() WHERE account_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER account_ends_feeds AFTER UPDATE OF role, trainer_id, disabled_at ON accounts FOR EACH ROW
  WHEN (OLD.role <> NEW.role OR OLD.trainer_id IS DISTINCT FROM NEW.trainer_id OR OLD.disabled_at IS DISTINCT FROM NEW.disabled_at)
  EXECUTE FUNCTION account_ends_feeds();

GRANT SELECT ON calendar_feeds TO portal_app;
GRANT INSERT (id, account_id, classroom_number, trainer_id, cohort_id, secret_hash) ON calendar_feeds TO portal_app;
GRANT UPDATE (secret_hash, ended_at, last_used_on) ON calendar_feeds TO portal_app;

-- I29: it stands in the history of its account, whose changes end it; the day it was last fetched is no change of anybody's.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON calendar_feeds DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('account_id', 'last_used_on');
