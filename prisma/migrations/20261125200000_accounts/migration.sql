-- Accounts (R100, R101): the three administrators stay apart, somebody always looks after accounts, no old password comes back,
-- and a second factor stands behind the password.
ALTER TABLE "accounts" ADD COLUMN "factor_sealed" TEXT, ADD COLUMN "factor_since" TIMESTAMPTZ(3), ADD COLUMN "factor_step" BIGINT;

-- A sign-in that still owes something, its second factor or a new password: it opens nothing but the page that asks for it.
ALTER TABLE "sign_ins" ADD COLUMN "awaits" TEXT, ADD COLUMN "offered_factor" TEXT;
ALTER TABLE sign_ins ADD CONSTRAINT sign_in_awaits CHECK (awaits IN ('PASSWORD', 'CODE', 'ENROLMENT'));

CREATE TABLE "former_passwords" (
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "former_passwords_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "former_passwords_account_id_idx" ON "former_passwords"("account_id");
ALTER TABLE "former_passwords" ADD CONSTRAINT "former_passwords_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- I34: one role an account by construction; this keeps one person with two accounts from holding two of the three.
ALTER TABLE accounts ADD CONSTRAINT administrators_stay_apart EXCLUDE USING gist (name WITH =, role WITH <>)
  WHERE (role IN ('SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR') AND disabled_at IS NULL);

ALTER TABLE accounts ADD CONSTRAINT factor_is_whole CHECK ((factor_sealed IS NULL) = (factor_since IS NULL) AND (factor_sealed IS NOT NULL OR factor_step IS NULL));

-- R101: without a security administrator who can sign in nobody could mend an account again.
CREATE FUNCTION security_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- One at a time: two who disable each other at the same moment would leave nobody.
  PERFORM pg_advisory_xact_lock(hashtext('security_stays'));
  IF NOT EXISTS (SELECT FROM accounts WHERE role = 'SEC_ADMIN' AND disabled_at IS NULL AND password_hash IS NOT NULL AND id <> NEW.id) THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'LAST_SECURITY'));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER security_stays BEFORE UPDATE OF role, disabled_at ON accounts FOR EACH ROW
  WHEN (OLD.role = 'SEC_ADMIN' AND OLD.disabled_at IS NULL AND (NEW.role <> 'SEC_ADMIN' OR NEW.disabled_at IS NOT NULL))
  EXECUTE FUNCTION security_stays();

-- R100: the last five, the present one among them, whoever sets it.
CREATE FUNCTION account_keeps_passwords() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
INSERT INTO former_passwords (account_id, hash) SELECT id, password_hash FROM accounts WHERE password_hash IS NOT NULL;

-- I29, I33: a factor that is set or taken away is noted; one that is taken away ends the sign-ins like another password.
DROP TRIGGER change_is_noted ON accounts;
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE OF username, name, role, password_hash, disabled_at, factor_sealed ON accounts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
DROP TRIGGER account_ends_sign_ins ON accounts;
CREATE TRIGGER account_ends_sign_ins AFTER UPDATE OF role, disabled_at, password_hash, factor_sealed ON accounts
  FOR EACH ROW WHEN (OLD.role <> NEW.role OR OLD.disabled_at IS DISTINCT FROM NEW.disabled_at OR OLD.password_hash IS DISTINCT FROM NEW.password_hash
    OR (OLD.factor_sealed IS NOT NULL AND OLD.factor_sealed IS DISTINCT FROM NEW.factor_sealed))
  EXECUTE FUNCTION account_ends_sign_ins();

-- R100: off unless an office asks for it, as ASVS 5.0 does.
INSERT INTO parameters (key, valid_from, value, reason) VALUES ('password_days', '1900-01-01', 0, 'R100：0 为不定期更换');

GRANT SELECT ON former_passwords TO portal_app;
