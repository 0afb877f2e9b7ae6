-- R52, I38: a certificate keeps the name and the facts it was issued with, whatever the person is called later.
ALTER TABLE "certificates"
  ADD COLUMN "name" TEXT, ADD COLUMN "sex" "Sex", ADD COLUMN "birth_date" DATE, ADD COLUMN "id_number_sealed" TEXT,
  ADD COLUMN "course" TEXT, ADD COLUMN "occupation" TEXT, ADD COLUMN "level" TEXT, ADD COLUMN "starts_on" DATE, ADD COLUMN "ends_on" DATE,
  ADD COLUMN "scheduled_periods" INTEGER, ADD COLUMN "attended_periods" INTEGER;

-- The sealed number is the trainee's, copied as it is: it opens with the trainee's place only.
CREATE FUNCTION certificate_takes_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  SELECT t.name, t.sex, t.birth_date, t.id_number_sealed, r.name, coalesce(r.occupation, r.name), r.level, c.starts_on,
    c.ends_on, e.attended_periods,
    (SELECT coalesce(sum(l.periods), 0) FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id WHERE tl.enrolment_id = e.id)
  INTO NEW.name, NEW.sex, NEW.birth_date, NEW.id_number_sealed, NEW.course, NEW.occupation, NEW.level, NEW.starts_on, NEW.ends_on,
    NEW.attended_periods, NEW.scheduled_periods
  FROM enrolments e JOIN trainees t ON t.id = e.trainee_id JOIN cohorts c ON c.id = e.cohort_id JOIN courses r ON r.id = c.course_id
  WHERE e.id = NEW.enrolment_id;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_takes_facts BEFORE INSERT ON certificates FOR EACH ROW EXECUTE FUNCTION certificate_takes_facts();
REVOKE EXECUTE ON FUNCTION certificate_takes_facts FROM PUBLIC;

-- What was issued before gets the facts of today, once; its entry is the one of its issuing.
ALTER TABLE certificates DISABLE TRIGGER USER;
UPDATE certificates x SET name = t.name, sex = t.sex, birth_date = t.birth_date, id_number_sealed = t.id_number_sealed, course = r.name,
  occupation = coalesce(r.occupation, r.name), level = r.level, starts_on = c.starts_on, ends_on = c.ends_on,
  attended_periods = e.attended_periods,
  scheduled_periods = (SELECT coalesce(sum(l.periods), 0) FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id
    WHERE tl.enrolment_id = e.id)
FROM enrolments e JOIN trainees t ON t.id = e.trainee_id JOIN cohorts c ON c.id = e.cohort_id JOIN courses r ON r.id = c.course_id
WHERE e.id = x.enrolment_id;
ALTER TABLE certificates ENABLE TRIGGER USER;
ALTER TABLE certificates ADD CONSTRAINT issued_facts_are_whole
  CHECK (num_nulls(name, sex, birth_date, id_number_sealed, course, occupation, starts_on, ends_on, scheduled_periods) = 0);

-- R5: every name a person had, for the roles that may see names; the audit keeps them masked.
CREATE TABLE "trainee_names" (
    "id" BIGSERIAL NOT NULL,
    "trainee_id" UUID NOT NULL,
    "former_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "trainee_names_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "trainee_names_trainee_id_idx" ON "trainee_names"("trainee_id");
ALTER TABLE "trainee_names" ADD CONSTRAINT "trainee_names_trainee_id_fkey"
  FOREIGN KEY ("trainee_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE FUNCTION trainee_keeps_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO trainee_names (trainee_id, former_name, name) VALUES (NEW.id, OLD.name, NEW.name);
  RETURN NULL;
END $$;
CREATE TRIGGER trainee_keeps_names AFTER UPDATE OF name ON trainees
  FOR EACH ROW WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION trainee_keeps_names();
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON trainee_names
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('trainee_id');
REVOKE EXECUTE ON FUNCTION trainee_keeps_names FROM PUBLIC;
GRANT SELECT ON trainee_names TO portal_app;
