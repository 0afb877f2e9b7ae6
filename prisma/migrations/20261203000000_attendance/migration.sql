-- Attendance by lesson (R44–R47): one mark a lesson and person, and the marks that could not be taken as they came (I36).
CREATE TYPE "AttendanceMark" AS ENUM ('PRESENT', 'LATE', 'LEFT_EARLY', 'PERSONAL_LEAVE', 'SICK_LEAVE', 'ABSENT');
CREATE TYPE "PendingCause" AS ENUM ('OTHER_FIRST', 'LATE', 'CANCELLED', 'MOVED', 'CLOSED');
CREATE TYPE "PendingState" AS ENUM ('OPEN', 'ADOPTED', 'DISCARDED');

CREATE TABLE "pending_marks" (
    "id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "mark" "AttendanceMark" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "cause" "PendingCause" NOT NULL,
    "seen_version" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "device_at" TIMESTAMPTZ(3),
    "skew_seconds" INTEGER,
    "state" "PendingState" NOT NULL DEFAULT 'OPEN',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,

    CONSTRAINT "pending_marks_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "pending_marks_lesson_id_idx" ON "pending_marks"("lesson_id");
CREATE INDEX "pending_marks_trainee_id_idx" ON "pending_marks"("trainee_id");
CREATE INDEX open_pending_marks ON pending_marks (sent_at) WHERE state = 'OPEN';

CREATE TABLE "attendances" (
    "lesson_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "mark" "AttendanceMark" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "marked_by_id" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "device_at" TIMESTAMPTZ(3),
    "skew_seconds" INTEGER,
    "pending_id" UUID,

    CONSTRAINT "attendances_pkey" PRIMARY KEY ("lesson_id","trainee_id")
);
CREATE INDEX "attendances_trainee_id_idx" ON "attendances"("trainee_id");

ALTER TABLE "pending_marks" ADD CONSTRAINT "pending_marks_lesson_id_fkey"
  FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pending_marks" ADD CONSTRAINT "pending_marks_trainee_id_fkey"
  FOREIGN KEY ("trainee_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_lesson_id_fkey"
  FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_trainee_id_fkey"
  FOREIGN KEY ("trainee_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_pending_id_fkey"
  FOREIGN KEY ("pending_id") REFERENCES "pending_marks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE attendances ADD CONSTRAINT mark_has_version CHECK (version >= 1);
ALTER TABLE pending_marks
  ADD CONSTRAINT pending_mark_saw_version CHECK (seen_version >= 0),
  ADD CONSTRAINT decided_pending_mark_is_signed
    CHECK ((state = 'OPEN') = (decided_by_id IS NULL) AND (state = 'OPEN') = (decided_at IS NULL));

INSERT INTO parameters (key, valid_from, value, reason) VALUES
  ('late_marks_a_period', '1900-01-01', 3, 'R46'),
  ('attendance_hours', '1900-01-01', 48, 'R45');
INSERT INTO setting_kinds (key, domain, unit, least, most, position) VALUES
  ('late_marks_a_period', 'TRAINING', 'TIMES', 1, 100, 31),
  ('attendance_hours', 'TRAINING', 'HOURS', 1, 720, 32);
