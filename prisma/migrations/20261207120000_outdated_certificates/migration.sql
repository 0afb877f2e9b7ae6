-- R52: the valid certificates that say another name or number than their person has now, noted when it changes and no longer looked for
-- each time 今日 is read. Moved by triggers and by nothing else; prisma/laws/outdated-certificates.sql.
CREATE TABLE "outdated_certificates" (
  "certificate_id" UUID NOT NULL,
  "cohort_id" UUID NOT NULL,
  CONSTRAINT "outdated_certificates_pkey" PRIMARY KEY ("certificate_id"),
  CONSTRAINT "outdated_certificates_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "outdated_certificates_cohort_id_idx" ON "outdated_certificates" ("cohort_id");

INSERT INTO "outdated_certificates" ("certificate_id", "cohort_id")
SELECT x."id", x."cohort_id" FROM "certificates" x
JOIN "enrolments" e ON e."id" = x."enrolment_id" JOIN "trainees" t ON t."id" = e."trainee_id"
WHERE x."voided_on" IS NULL AND (x."name", x."id_number_sealed") <> (t."name", t."id_number_sealed");
