-- I35, R44: one meaning of a lesson that is over, at the moment the base lives in, for the laws and for every page that counts 课时 held.
CREATE FUNCTION is_over(during tstzrange) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT upper(during) <= base_moment()
$$;
GRANT EXECUTE ON FUNCTION is_over TO portal_app;

CREATE OR REPLACE FUNCTION held_periods(enrolment uuid) RETURNS int LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(l.periods), 0)::int FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id
  WHERE tl.enrolment_id = enrolment AND is_over(tl.during)
$$;
CREATE OR REPLACE FUNCTION lessons_ahead(cohort uuid) RETURNS int LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::int FROM lesson_cohorts WHERE cohort_id = cohort AND NOT cancelled AND NOT is_over(during)
$$;
