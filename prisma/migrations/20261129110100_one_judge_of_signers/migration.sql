-- I16, R111: signs_as alone says whether an account may sign as one of some roles; signers says which roles may sign an act.
CREATE OR REPLACE FUNCTION refuse_signer(signer uuid, act text, field text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT signs_as(signer, VARIADIC signers(act)) THEN PERFORM refuse('NOT_ALLOWED', field); END IF;
END $$;
