-- Gate 1, R42: an opening application goes with its papers.

-- What an opening application lacks, in the order in which people mend it. Recruitment runs after the approval (R21), so no names yet.
CREATE FUNCTION opening_gaps(c cohorts) RETURNS TABLE (name text, refuses boolean, figures jsonb) LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  WITH booked AS (
    SELECT count(*)::int AS lessons, coalesce(sum(l.periods), 0)::int AS periods,
      count(*) FILTER (WHERE t.left_on <= l.day)::int AS untaught
    FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id JOIN trainers t ON t.id = l.trainer_id
    WHERE lc.cohort_id = c.id AND NOT lc.cancelled)
  SELECT gap.name, coalesce(parameter(gap.key, c.starts_on) = 1, true), gap.figures
  FROM booked b, (SELECT min_periods FROM courses WHERE id = c.course_id) AS k, LATERAL (VALUES
    (1, 'EXAM_PLAN_MISSING', 'opening_exam_plan', c.exam_plan !~ '\S', '{}'::jsonb),
    (2, 'CONTACT_MISSING', 'opening_contact', c.contact !~ '\S', '{}'),
    (3, 'MATERIAL_MISSING', 'opening_material', c.material !~ '\S', '{}'),
    (4, 'NO_LESSONS', 'opening_lessons', b.lessons = 0, '{}'),
    (5, 'NO_TRAINER', 'opening_trainers', b.lessons = 0, '{}'),
    (6, 'TRAINER_GONE', 'opening_trainers', b.untaught > 0, jsonb_build_object('untaught', b.untaught)),
    (7, 'PERIODS_TOO_FEW', 'min_periods', b.periods < k.min_periods, jsonb_build_object('planned', b.periods, 'minimum', k.min_periods))
  ) AS gap (nth, name, key, lacks, figures)
  WHERE gap.lacks ORDER BY gap.nth
$$;
GRANT EXECUTE ON FUNCTION opening_gaps TO portal_app;

-- Comes after the arrows and the signatures by its name. What stood when it was approved is not emptied afterwards.
CREATE FUNCTION cohort_with_its_papers() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  gap record;
  gaps text := '';
  told jsonb := jsonb_build_object('number', NEW.number);
BEGIN
  IF NEW.state <> OLD.state AND NEW.state IN ('SUBMITTED', 'APPROVED') THEN
    FOR gap IN SELECT * FROM opening_gaps(NEW) WHERE refuses LOOP
      gaps := ltrim(gaps || ' ' || gap.name);
      told := told || gap.figures;
    END LOOP;
    IF gaps <> '' THEN PERFORM refuse('OPENING_INCOMPLETE', 'state', told || jsonb_build_object('gaps', gaps)); END IF;
  ELSIF NEW.state NOT IN ('DRAFT', 'RETURNED') THEN
    PERFORM refuse('INPUT_WRONG', field, '{"case": "PAPER_GONE"}')
    FROM (VALUES ('examPlan', 'opening_exam_plan', OLD.exam_plan, NEW.exam_plan), ('contact', 'opening_contact', OLD.contact, NEW.contact),
      ('material', 'opening_material', OLD.material, NEW.material)) AS paper (field, key, stood, stands)
    WHERE stood ~ '\S' AND stands !~ '\S' AND parameter(key, NEW.starts_on) = 1;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cohort_with_its_papers BEFORE UPDATE OF state, contact, exam_plan, material ON cohorts
  FOR EACH ROW EXECUTE FUNCTION cohort_with_its_papers();
