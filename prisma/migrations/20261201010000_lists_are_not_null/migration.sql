-- Prisma makes a list a column that may be null and reads null as an empty list. In SQL null is neither: emptied this way, the reasons
-- for which an enrolment needs approval were gone without any trigger saying no (I42).
ALTER TABLE "enrolments" ALTER COLUMN "approval_needed" SET NOT NULL;
ALTER TABLE "trainees" ALTER COLUMN "other_categories" SET NOT NULL;
ALTER TABLE "audit_shapes" ALTER COLUMN "columns" SET NOT NULL;
