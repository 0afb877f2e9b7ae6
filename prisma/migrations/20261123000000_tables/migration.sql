-- The tables as the Prisma schema names them; the laws follow in the next migrations.

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('TOWNSHIP_CLERK', 'TRAINER', 'BASE_STAFF', 'BASE_DIRECTOR', 'COUNTY_REVIEWER', 'AID_OFFICER', 'AID_LEADER', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR');

-- CreateEnum
CREATE TYPE "LessonKind" AS ENUM ('THEORY', 'PRACTICE');

-- CreateEnum
CREATE TYPE "CourseType" AS ENUM ('SKILL', 'ENTREPRENEURSHIP');

-- CreateEnum
CREATE TYPE "CourseState" AS ENUM ('DRAFT', 'OPEN', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "CohortState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'APPROVED', 'IN_PROGRESS', 'EXAM', 'CLOSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "EnrolmentState" AS ENUM ('APPLIED', 'WAITLISTED', 'CONFIRMED', 'IN_TRAINING', 'COMPLETED', 'NOT_COMPLETED', 'DROPPED', 'NO_SHOW', 'CANCELLED', 'REJECTED');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('MALE', 'FEMALE');

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "set_up_token_hash" TEXT,
    "set_up_expires_at" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "density" TEXT NOT NULL DEFAULT 'normal',
    "size" TEXT NOT NULL DEFAULT 'normal',
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_ins" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "sign_ins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "actor_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "account_id" UUID,
    "verb" TEXT NOT NULL,
    "subject_type" TEXT,
    "subject_id" TEXT,
    "field" TEXT,
    "reason" TEXT,
    "rows" INTEGER,
    "address" TEXT NOT NULL,

    CONSTRAINT "access_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classrooms" (
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "classrooms_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "classroom_closures" (
    "id" UUID NOT NULL,
    "classroom_number" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "classroom_closures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trainers" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "speciality" TEXT NOT NULL DEFAULT '',
    "left_on" DATE,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "trainers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lessons" (
    "id" UUID NOT NULL,
    "classroom_number" INTEGER,
    "trainer_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "LessonKind" NOT NULL,
    "day" DATE NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "periods" INTEGER NOT NULL,
    "during" tstzrange GENERATED ALWAYS AS (tstzrange(
        (day + make_time(left(starts_at, 2)::int, right(starts_at, 2)::int, 0)) AT TIME ZONE 'Asia/Shanghai',
        (day + make_time(left(ends_at, 2)::int, right(ends_at, 2)::int, 0)) AT TIME ZONE 'Asia/Shanghai', '[)')) STORED,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_cohorts" (
    "lesson_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "during" tstzrange,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "lesson_cohorts_pkey" PRIMARY KEY ("lesson_id","cohort_id")
);

-- CreateTable
CREATE TABLE "trainee_lessons" (
    "lesson_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "during" tstzrange NOT NULL,

    CONSTRAINT "trainee_lessons_pkey" PRIMARY KEY ("lesson_id","trainee_id")
);

-- CreateTable
CREATE TABLE "courses" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" "CourseType" NOT NULL,
    "occupation" TEXT,
    "occupation_code" TEXT,
    "level" TEXT,
    "theory_periods" INTEGER NOT NULL,
    "practice_periods" INTEGER NOT NULL,
    "min_periods" INTEGER NOT NULL DEFAULT 0,
    "description" TEXT NOT NULL DEFAULT '',
    "state" "CourseState" NOT NULL DEFAULT 'DRAFT',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "courses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohorts" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "course_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "at_base" BOOLEAN NOT NULL DEFAULT true,
    "place" TEXT,
    "seats" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL DEFAULT 0,
    "state" "CohortState" NOT NULL DEFAULT 'DRAFT',
    "contact" TEXT NOT NULL DEFAULT '',
    "exam_plan" TEXT NOT NULL DEFAULT '',
    "material" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "approval_document_no" TEXT,
    "closing_proposed_by_id" UUID,
    "closed_by_id" UUID,
    "state_reason" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "cohorts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort_moves" (
    "from_state" "CohortState" NOT NULL,
    "to_state" "CohortState" NOT NULL,

    CONSTRAINT "cohort_moves_pkey" PRIMARY KEY ("from_state","to_state")
);

-- CreateTable
CREATE TABLE "enrolments" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "state" "EnrolmentState" NOT NULL,
    "queue_no" BIGSERIAL NOT NULL,
    "wait_stopped" TEXT,
    "subsidised" BOOLEAN NOT NULL DEFAULT true,
    "approval_needed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reason" TEXT,
    "state_reason" TEXT,
    "ended_on" DATE,
    "transfer_to_id" UUID,
    "transfer_requested_by_id" UUID,
    "transfer_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "approved_by_id" UUID,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "applied_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "enrolments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment_moves" (
    "from_state" "EnrolmentState" NOT NULL,
    "to_state" "EnrolmentState" NOT NULL,

    CONSTRAINT "enrolment_moves_pkey" PRIMARY KEY ("from_state","to_state")
);

-- CreateTable
CREATE TABLE "townships" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "successor_code" TEXT,

    CONSTRAINT "townships_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "villages" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "township_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "villages_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "base" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "organiser" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "filing_no" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "demo_day" DATE,
    "key_check" TEXT,

    CONSTRAINT "base_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parameters" (
    "key" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "value" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "document_no" TEXT,

    CONSTRAINT "parameters_pkey" PRIMARY KEY ("key","valid_from")
);

-- CreateTable
CREATE TABLE "training_years" (
    "year" INTEGER NOT NULL,
    "capacity" INTEGER NOT NULL,
    "held" INTEGER NOT NULL DEFAULT 0,
    "planned" INTEGER NOT NULL DEFAULT 0,
    "cohort_count" INTEGER NOT NULL DEFAULT 0,
    "outside_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "training_years_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "code_items" (
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT '1900-01-01'::date,
    "valid_to" DATE,

    CONSTRAINT "code_items_pkey" PRIMARY KEY ("kind","code")
);

-- CreateTable
CREATE TABLE "trainees" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_tibetan" TEXT,
    "sort_name" TEXT NOT NULL,
    "sex" "Sex" NOT NULL,
    "birth_date" DATE NOT NULL,
    "id_number_sealed" TEXT NOT NULL,
    "id_number_hash" TEXT NOT NULL,
    "phone_sealed" TEXT,
    "phone_hash" TEXT,
    "village_contact" TEXT,
    "village_code" TEXT NOT NULL,
    "ethnicity" TEXT NOT NULL,
    "education" TEXT,
    "category" TEXT NOT NULL,
    "other_categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "registered_poor" BOOLEAN NOT NULL DEFAULT false,
    "pension_insured" BOOLEAN NOT NULL DEFAULT false,
    "guardian_name" TEXT,
    "guardian_phone_sealed" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "notice_version" TEXT NOT NULL,
    "notice_way" TEXT NOT NULL,
    "notice_given_on" DATE NOT NULL,
    "registered_on" DATE NOT NULL,
    "created_by_id" UUID NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "trainees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trainee_search_keys" (
    "key" TEXT COLLATE "C" NOT NULL,
    "trainee_id" UUID NOT NULL,

    CONSTRAINT "trainee_search_keys_pkey" PRIMARY KEY ("key","trainee_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "one_account_per_username" ON "accounts"("username");

-- CreateIndex
CREATE INDEX "sign_ins_account_id_idx" ON "sign_ins"("account_id");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE UNIQUE INDEX "one_entry_per_change" ON "audit_entries"("subject_id", "xid");

-- CreateIndex
CREATE INDEX "access_entries_address_at_idx" ON "access_entries"("address", "at");

-- CreateIndex
CREATE INDEX "access_entries_account_id_at_idx" ON "access_entries"("account_id", "at");

-- CreateIndex
CREATE INDEX "access_entries_subject_id_at_idx" ON "access_entries"("subject_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "one_classroom_per_label" ON "classrooms"("label");

-- CreateIndex
CREATE INDEX "classroom_closures_classroom_number_idx" ON "classroom_closures"("classroom_number");

-- CreateIndex
CREATE INDEX "lessons_day_idx" ON "lessons"("day");

-- CreateIndex
CREATE INDEX "lesson_cohorts_cohort_id_idx" ON "lesson_cohorts"("cohort_id");

-- CreateIndex
CREATE INDEX "trainee_lessons_enrolment_id_idx" ON "trainee_lessons"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_course_per_code" ON "courses"("code");

-- CreateIndex
CREATE UNIQUE INDEX "one_cohort_per_number" ON "cohorts"("number");

-- CreateIndex
CREATE INDEX "cohorts_state_starts_on_idx" ON "cohorts"("state", "starts_on");

-- CreateIndex
CREATE INDEX "cohorts_starts_on_idx" ON "cohorts"("starts_on");

-- CreateIndex
CREATE INDEX "enrolments_cohort_id_state_queue_no_idx" ON "enrolments"("cohort_id", "state", "queue_no");

-- CreateIndex
CREATE INDEX "enrolments_trainee_id_idx" ON "enrolments"("trainee_id");

-- CreateIndex
CREATE INDEX "villages_township_code_idx" ON "villages"("township_code");

-- CreateIndex
CREATE UNIQUE INDEX "one_trainee_per_id_number" ON "trainees"("id_number_hash");

-- CreateIndex
CREATE INDEX "trainees_phone_hash_idx" ON "trainees"("phone_hash");

-- CreateIndex
CREATE INDEX "trainees_village_code_idx" ON "trainees"("village_code");

-- CreateIndex
CREATE INDEX "trainees_sort_name_id_idx" ON "trainees"("sort_name", "id");

-- CreateIndex
CREATE INDEX "trainees_birth_date_name_idx" ON "trainees"("birth_date", "name");

-- CreateIndex
CREATE INDEX "trainee_search_keys_trainee_id_idx" ON "trainee_search_keys"("trainee_id");

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classroom_closures" ADD CONSTRAINT "classroom_closures_classroom_number_fkey" FOREIGN KEY ("classroom_number") REFERENCES "classrooms"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_classroom_number_fkey" FOREIGN KEY ("classroom_number") REFERENCES "classrooms"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "trainers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_cohorts" ADD CONSTRAINT "lesson_cohorts_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_cohorts" ADD CONSTRAINT "lesson_cohorts_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee_lessons" ADD CONSTRAINT "trainee_lessons_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee_lessons" ADD CONSTRAINT "trainee_lessons_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee_lessons" ADD CONSTRAINT "trainee_lessons_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_transfer_to_id_fkey" FOREIGN KEY ("transfer_to_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "townships" ADD CONSTRAINT "townships_successor_code_fkey" FOREIGN KEY ("successor_code") REFERENCES "townships"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "villages" ADD CONSTRAINT "villages_township_code_fkey" FOREIGN KEY ("township_code") REFERENCES "townships"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainees" ADD CONSTRAINT "trainees_village_code_fkey" FOREIGN KEY ("village_code") REFERENCES "villages"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee_search_keys" ADD CONSTRAINT "trainee_search_keys_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainees"("id") ON DELETE CASCADE ON UPDATE CASCADE;

