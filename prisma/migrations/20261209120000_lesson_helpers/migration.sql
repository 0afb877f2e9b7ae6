-- Who helps in a lesson beside its trainer (双语助教、班主任、督导), and who is the class teacher of a cohort (班主任).
CREATE TYPE "HelperRole" AS ENUM ('INTERPRETER', 'CLASS_TEACHER', 'SUPERVISOR');

CREATE TABLE "lesson_helpers" (
    "lesson_id" UUID NOT NULL,
    "trainer_id" UUID NOT NULL,
    "role" "HelperRole" NOT NULL,

    CONSTRAINT "lesson_helpers_pkey" PRIMARY KEY ("lesson_id", "trainer_id", "role")
);
CREATE INDEX "lesson_helpers_trainer_id_idx" ON "lesson_helpers"("trainer_id");
ALTER TABLE "lesson_helpers" ADD CONSTRAINT "lesson_helpers_lesson_id_fkey"
  FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lesson_helpers" ADD CONSTRAINT "lesson_helpers_trainer_id_fkey"
  FOREIGN KEY ("trainer_id") REFERENCES "trainers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Without a last day until the cohort is over; ended on the day before the first one it was never taken up.
CREATE TABLE "cohort_teachers" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "trainer_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "cohort_teachers_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "cohort_teachers_trainer_id_idx" ON "cohort_teachers"("trainer_id");
ALTER TABLE "cohort_teachers" ADD CONSTRAINT "cohort_teachers_cohort_id_fkey"
  FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cohort_teachers" ADD CONSTRAINT "cohort_teachers_trainer_id_fkey"
  FOREIGN KEY ("trainer_id") REFERENCES "trainers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE cohort_teachers
  ADD CONSTRAINT class_teacher_has_days CHECK (until_day >= from_day - 1 AND isfinite(from_day) AND isfinite(until_day)),
  ADD CONSTRAINT one_class_teacher_a_day
    EXCLUDE USING gist (cohort_id WITH =, daterange(from_day, until_day + 1, '[)') WITH &&);
