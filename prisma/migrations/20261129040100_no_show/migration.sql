-- R26: 未报到 gives the 人次 back, so it is for people who never came; anything attended, or a mark, says that they did.
CREATE FUNCTION no_show_never_came() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE attended int := greatest(OLD.attended_periods, NEW.attended_periods, 0);
BEGIN
  IF attended > 0 OR EXISTS (SELECT FROM exam_results WHERE enrolment_id = NEW.id) THEN
    PERFORM refuse('WRONG_STATE', 'enrolmentId', jsonb_build_object('case', 'NO_SHOW_CAME', 'attended', attended));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_show_never_came BEFORE UPDATE OF state ON enrolments
  FOR EACH ROW WHEN (NEW.state = 'NO_SHOW' AND OLD.state <> 'NO_SHOW') EXECUTE FUNCTION no_show_never_came();
REVOKE EXECUTE ON FUNCTION no_show_never_came FROM PUBLIC;

CREATE VIEW checks.no_show_attended AS
  SELECT c.number, e.id AS enrolment, e.attended_periods AS attended FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
  WHERE e.state = 'NO_SHOW' AND (e.attended_periods > 0 OR EXISTS (SELECT FROM exam_results WHERE enrolment_id = e.id));
GRANT SELECT ON checks.no_show_attended TO portal_app;
