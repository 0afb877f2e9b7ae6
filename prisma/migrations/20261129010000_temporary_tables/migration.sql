-- I20–I30: PostgreSQL looks for a table first among the temporary ones of the session, also within a function that acts with its owner's
-- rights. So the portal's login makes no temporary table, and every function of ours says where its names stand, temporary ones last.
DO $$
DECLARE ours regprocedure;
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  FOR ours IN
    SELECT p.oid FROM pg_proc p WHERE p.pronamespace IN ('public'::regnamespace, 'checks'::regnamespace)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER ROUTINE %s SET search_path = pg_catalog, public, pg_temp', ours);
  END LOOP;
END $$;

-- What a login may do beyond what the portal needs; empty for the portal's own. Start-up and the preparation of the database ask it.
CREATE FUNCTION powers_beyond(login name) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT power FROM pg_roles r CROSS JOIN LATERAL (
    VALUES ('SUPERUSER', r.rolsuper), ('CREATEROLE', r.rolcreaterole), ('CREATEDB', r.rolcreatedb),
      ('REPLICATION', r.rolreplication), ('BYPASSRLS', r.rolbypassrls),
      ('TEMPORARY on the database', has_database_privilege(r.oid, current_database(), 'TEMPORARY')),
      ('CREATE on the database', has_database_privilege(r.oid, current_database(), 'CREATE')),
      ('SET session_replication_role', has_parameter_privilege(r.oid, 'session_replication_role', 'SET'))
    UNION ALL
    SELECT 'CREATE on the schema ' || nspname, true FROM pg_namespace
    WHERE nspname !~ '^pg_(temp|toast)' AND has_schema_privilege(r.oid, oid, 'CREATE')
    UNION ALL
    SELECT 'member of ' || g.rolname, true FROM pg_roles g
    WHERE g.oid <> r.oid AND g.rolname <> 'portal_app' AND pg_has_role(r.oid, g.oid, 'MEMBER')
    UNION ALL
    SELECT 'owner of ' || pg_describe_object(d.classid, d.objid, 0), true FROM pg_shdepend d
    WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid AND d.deptype = 'o'
      AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
  ) AS has (power, held)
  WHERE r.rolname = login AND held
$$;

-- R26: which states have a place. A function with a setting of its own is called for each row (7 µs instead of 1); one without arguments is
-- asked once a statement, so what counts many rows asks this one.
CREATE FUNCTION states_with_place() RETURNS "EnrolmentState"[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY['CONFIRMED', 'IN_TRAINING', 'COMPLETED', 'NOT_COMPLETED', 'DROPPED']::"EnrolmentState"[]
$$;
CREATE OR REPLACE FUNCTION holds_place(state "EnrolmentState") RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT state = ANY (states_with_place())
$$;
CREATE OR REPLACE VIEW checks.counter_drift AS
  SELECT 'cohort' AS counter, c.number AS subject, c.confirmed AS kept, count(e.id)::int AS counted
  FROM cohorts c LEFT JOIN enrolments e ON e.cohort_id = c.id AND e.state = ANY (states_with_place())
  GROUP BY c.id HAVING c.confirmed <> count(e.id)
  UNION ALL
  SELECT 'held', y.year::text, y.held, coalesce(sum(s.held), 0)::int
  FROM training_years y LEFT JOIN (SELECT (cohort_share(c)).* FROM cohorts c) AS s ON s.year = y.year
  GROUP BY y.year HAVING y.held <> coalesce(sum(s.held), 0)
  UNION ALL
  SELECT 'planned', y.year::text, y.planned, coalesce(sum(s.planned), 0)::int
  FROM training_years y LEFT JOIN (SELECT (cohort_share(c)).* FROM cohorts c) AS s ON s.year = y.year
  GROUP BY y.year HAVING y.planned <> coalesce(sum(s.planned), 0);
