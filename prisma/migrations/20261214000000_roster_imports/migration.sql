-- A roster that was taken in (名册导入): who, when, into which cohort, what came of each line, and what was taken back of it within a day.
CREATE TYPE "RosterLineKind" AS ENUM ('NEW', 'UPDATE', 'SAME');
CREATE TYPE "RosterLineEnd" AS ENUM ('TAKEN_BACK', 'KEPT', 'STUCK');

CREATE TABLE "roster_imports" (
    "id" UUID NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(6) NOT NULL DEFAULT transaction_timestamp(),
    "cohort_id" UUID,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(6),
    "undo_reason" TEXT,

    CONSTRAINT "roster_imports_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "roster_imports_imported_at_idx" ON "roster_imports"("imported_at");
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_cohort_id_fkey"
  FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The person may be gone from the register once the line is taken back.
CREATE TABLE "roster_import_lines" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sheet" TEXT,
    "row" INTEGER NOT NULL,
    "trainee_id" UUID NOT NULL,
    "kind" "RosterLineKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "before_sealed" TEXT,
    "enrolment_id" UUID,
    "ended_as" "RosterLineEnd",
    "end_refusal" TEXT,
    "end_figures" JSONB,

    CONSTRAINT "roster_import_lines_pkey" PRIMARY KEY ("import_id", "number")
);
CREATE INDEX "roster_import_lines_trainee_id_idx" ON "roster_import_lines"("trainee_id");
ALTER TABLE "roster_import_lines" ADD CONSTRAINT "roster_import_lines_import_id_fkey"
  FOREIGN KEY ("import_id") REFERENCES "roster_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roster_import_lines" ADD CONSTRAINT "roster_import_lines_enrolment_id_fkey"
  FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE roster_imports
  ADD CONSTRAINT undone_import_is_signed
    CHECK ((undone_at IS NULL) = (undone_by_id IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL));
ALTER TABLE roster_import_lines
  ADD CONSTRAINT only_an_update_has_a_before CHECK (before_sealed IS NULL OR kind = 'UPDATE'),
  ADD CONSTRAINT only_a_stuck_line_has_a_refusal
    CHECK ((end_refusal IS NULL) = (end_figures IS NULL) AND (end_refusal IS NULL OR ended_as IN ('KEPT', 'STUCK')));
