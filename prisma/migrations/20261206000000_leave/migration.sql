-- Leave asked for in advance (请假, R46): one person asks, another decides, and the roll of those days presets it.
CREATE TABLE "leaves" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "mark" "AttendanceMark" NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decided_by_id" UUID,
    "approved" BOOLEAN,
    "decision" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "leaves_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "leaves_enrolment_id_idx" ON "leaves"("enrolment_id");
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_enrolment_id_fkey"
  FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE leaves
  ADD CONSTRAINT leave_is_leave CHECK (mark IN ('PERSONAL_LEAVE', 'SICK_LEAVE')),
  ADD CONSTRAINT leave_has_days CHECK (to_day >= from_day),
  ADD CONSTRAINT leave_has_reason CHECK (reason ~ '\S'),
  -- I16: nobody grants the leave that he asked for.
  ADD CONSTRAINT asker_does_not_grant CHECK (decided_by_id <> asked_by_id),
  ADD CONSTRAINT decided_leave_is_signed CHECK ((approved IS NULL) = (decided_by_id IS NULL) AND (approved IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT one_leave_a_day EXCLUDE USING gist (enrolment_id WITH =, daterange(from_day, to_day, '[]') WITH &&)
    WHERE (approved IS NOT false);
