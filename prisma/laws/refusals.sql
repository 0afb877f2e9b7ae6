-- How a law says no, and the small readings that several laws share.

-- How a law says no: the name of the refusal, the field it stands at, and the figures for the sentence (never personal data).
CREATE FUNCTION refuse(refusal text, field text, figures jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'QD001', MESSAGE = refusal, HINT = field, DETAIL = figures::text;
END $$;

-- The figure of an office that is in force on a day.
CREATE FUNCTION parameter(wanted text, on_day date) RETURNS int LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT value FROM parameters WHERE key = wanted AND valid_from <= on_day ORDER BY valid_from DESC LIMIT 1
$$;

-- The figures in force on a day, one row a key.
CREATE FUNCTION parameters_on(on_day date) RETURNS SETOF parameters LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT ON (key) * FROM parameters WHERE valid_from <= on_day ORDER BY key, valid_from DESC
$$;
GRANT EXECUTE ON FUNCTION parameters_on TO portal_app;

-- A number is as long as it must be: lpad alone cuts the hundredth cohort off the base to two digits.
CREATE FUNCTION padded(n int, digits int) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT lpad(n::text, greatest(digits, length(n::text)), '0')
$$;

-- The moment the base lives in: the demo stands on its day and keeps the real time of day (decision 0007).
CREATE FUNCTION base_moment() RETURNS timestamptz LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT (demo_day + (now() AT TIME ZONE 'Asia/Shanghai')::time) AT TIME ZONE 'Asia/Shanghai' FROM base), now())
$$;
GRANT EXECUTE ON FUNCTION base_moment TO portal_app;

CREATE FUNCTION base_day() RETURNS date LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (base_moment() AT TIME ZONE 'Asia/Shanghai')::date
$$;
GRANT EXECUTE ON FUNCTION base_day TO portal_app;

-- I35, R44: one meaning of a lesson that is over, at the moment the base lives in, for the laws and for every page that counts 课时 held.
CREATE FUNCTION is_over(during tstzrange) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT upper(during) <= base_moment()
$$;
GRANT EXECUTE ON FUNCTION is_over TO portal_app;
