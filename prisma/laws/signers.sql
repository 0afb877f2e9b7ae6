-- I16, R111: a signature is written in the act it belongs to, by an active account whose role may.

-- Which roles may sign which act; a test keeps it equal to lib/auth/permissions.ts.
CREATE FUNCTION signers(act text) RETURNS "Role"[] LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN act IN ('cohort:draft', 'cohort:submit', 'enrolment:create', 'enrolment:transfer') THEN ARRAY['BASE_STAFF', 'BASE_DIRECTOR']
    WHEN act = 'cohort:proposeClosing' THEN ARRAY['BASE_DIRECTOR']
    WHEN act IN ('cohort:approve', 'cohort:close') THEN ARRAY['COUNTY_REVIEWER']
    WHEN act IN ('enrolment:late', 'enrolment:transferLate', 'attendance:correct') THEN ARRAY['BASE_DIRECTOR', 'COUNTY_REVIEWER']
    WHEN act = 'setting:propose' THEN ARRAY['SYS_ADMIN']
    WHEN act = 'yearCapacity:propose' THEN ARRAY['BASE_DIRECTOR']
    WHEN act IN ('money:record', 'month:submit', 'year:proposeClosing') THEN ARRAY['AID_OFFICER']
    WHEN act IN ('money:approve', 'month:lock', 'year:close') THEN ARRAY['AID_LEADER']
    ELSE ARRAY[]::text[] END::"Role"[]
$$;

-- A signature counts when its account exists, works, and has a role that may sign. No other law looks at accounts for this.
CREATE FUNCTION signs_as(account uuid, VARIADIC able "Role"[]) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM accounts WHERE id = account AND role = ANY (able) AND disabled_at IS NULL)
$$;
GRANT EXECUTE ON FUNCTION signs_as TO portal_app;

-- The account that signs can sign in now and has a role for the act.
CREATE FUNCTION refuse_signer(signer uuid, act text, field text) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT signs_as(signer, VARIADIC signers(act)) THEN PERFORM refuse('NOT_ALLOWED', field); END IF;
END $$;

CREATE FUNCTION refuse_signature(field text) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse('WRONG_STATE', field, '{"case": "SIGNATURE"}');
END $$;
GRANT EXECUTE ON FUNCTION refuse_signature TO portal_app;
