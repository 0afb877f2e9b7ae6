-- R26, R28, R34: the training days of a cohort are the days of its lessons; without lessons Monday to Friday, and a cohort that lies in a
-- weekend still has its first day.

CREATE FUNCTION training_days(cohort uuid) RETURNS date[] LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT array_agg(DISTINCT l.day ORDER BY l.day) FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
      WHERE lc.cohort_id = cohort AND NOT lc.cancelled),
    (SELECT array_agg(d::date ORDER BY d) FROM generate_series(c.starts_on, c.ends_on, interval '1 day') AS d
      WHERE extract(isodow FROM d) <= 5),
    ARRAY[c.starts_on])
  FROM cohorts c WHERE c.id = cohort
$$;
GRANT EXECUTE ON FUNCTION training_days TO portal_app;
