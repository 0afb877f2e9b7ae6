-- R33: the occupations and levels a course covers beside its own: a combined course of founding and cooking counts as 中式烹调师 五级.
CREATE TABLE "course_occupations" (
    "course_id" UUID NOT NULL,
    "occupation" TEXT NOT NULL,
    "occupation_code" TEXT,
    "level" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "course_occupations_pkey" PRIMARY KEY ("course_id","occupation","level")
);
ALTER TABLE "course_occupations" ADD CONSTRAINT "course_occupations_course_id_fkey"
  FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A course of founding whose occupation has a code of the register, not GYB, SYB or IYB, teaches that occupation as well.
INSERT INTO course_occupations (course_id, occupation, occupation_code, level)
  SELECT id, occupation, occupation_code, coalesce(level, '') FROM courses
  WHERE type = 'ENTREPRENEURSHIP' AND occupation IS NOT NULL AND occupation_code ~ '^\d';

CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON course_occupations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('course_id');
GRANT SELECT, INSERT, DELETE ON course_occupations TO portal_app;

-- What of a course counts as an occupation at a level: its own, where it is a skill, and those it covers.
CREATE FUNCTION taught_occupations(course uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('subject', subject, 'level', level)), '[]') FROM (
    SELECT coalesce(occupation_code, occupation) AS subject, level FROM courses WHERE id = course AND type = 'SKILL'
    UNION ALL
    SELECT coalesce(occupation_code, occupation), nullif(level, '') FROM course_occupations WHERE course_id = course) AS taught
  WHERE subject IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION taught_occupations TO portal_app;
