-- Who is in a cohort now, or wants to be, is a few hundred of all enrolments there ever were; the lists of trainees ask for them on every
-- page, and without this look through all of them.
CREATE INDEX "present_enrolments" ON "enrolments" ("cohort_id") WHERE "state" IN ('APPLIED', 'WAITLISTED', 'CONFIRMED', 'IN_TRAINING');
