-- 师资名册: what a trainer can teach, and the certificates behind it.
CREATE TABLE "trainer_skills" (
    "trainer_id" UUID NOT NULL,
    "occupation" TEXT NOT NULL,

    CONSTRAINT "trainer_skills_pkey" PRIMARY KEY ("trainer_id", "occupation")
);
CREATE INDEX "trainer_skills_occupation_idx" ON "trainer_skills"("occupation");
ALTER TABLE "trainer_skills" ADD CONSTRAINT "trainer_skills_trainer_id_fkey"
  FOREIGN KEY ("trainer_id") REFERENCES "trainers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE trainer_skills ADD CONSTRAINT skill_has_name CHECK (length(occupation) BETWEEN 1 AND 40);

CREATE TABLE "trainer_certificates" (
    "id" UUID NOT NULL,
    "trainer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "level" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE NOT NULL,
    "valid_until" DATE,
    "ended_on" DATE,
    "end_reason" TEXT,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "trainer_certificates_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "trainer_certificates_trainer_id_idx" ON "trainer_certificates"("trainer_id");
ALTER TABLE "trainer_certificates" ADD CONSTRAINT "trainer_certificates_trainer_id_fkey"
  FOREIGN KEY ("trainer_id") REFERENCES "trainers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "one_trainer_certificate_per_number" ON "trainer_certificates"("number", "name") WHERE (ended_on IS NULL);

ALTER TABLE trainer_certificates
  ADD CONSTRAINT certificate_has_words CHECK (length(name) BETWEEN 1 AND 40 AND length(number) BETWEEN 1 AND 40 AND length(level) <= 20),
  -- R91: the number of an identity card is written in no register but that of the trainees, where it is sealed.
  ADD CONSTRAINT certificate_number_is_no_id_number CHECK (number !~ '^[0-9]{17}[0-9Xx]$'),
  ADD CONSTRAINT certificate_is_valid_for_days CHECK (isfinite(issued_on) AND valid_until >= issued_on AND isfinite(valid_until)),
  ADD CONSTRAINT certificate_ends_for_a_reason
    CHECK ((ended_on IS NULL) = (end_reason IS NULL) AND ended_on >= issued_on AND length(end_reason) BETWEEN 1 AND 100);

INSERT INTO parameters (key, valid_from, value, reason) VALUES ('certificate_notice_days', '1900-01-01', 60, '基地管理');
INSERT INTO setting_kinds (key, domain, unit, least, most, position) VALUES ('certificate_notice_days', 'TRAINING', 'DAYS', 1, 366, 35);
