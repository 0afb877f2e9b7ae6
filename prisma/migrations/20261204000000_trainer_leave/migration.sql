-- R36: the days on which a trainer is on leave (请假), the first and the last of them included.
CREATE TABLE "trainer_leaves" (
    "id" UUID NOT NULL,
    "trainer_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "trainer_leaves_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "trainer_leaves_trainer_id_idx" ON "trainer_leaves"("trainer_id");
ALTER TABLE "trainer_leaves" ADD CONSTRAINT "trainer_leaves_trainer_id_fkey"
  FOREIGN KEY ("trainer_id") REFERENCES "trainers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE trainer_leaves
  ADD CONSTRAINT leave_takes_days CHECK (ends_on >= starts_on AND isfinite(starts_on) AND isfinite(ends_on)),
  ADD CONSTRAINT leave_has_reason CHECK (length(reason) BETWEEN 1 AND 60),
  ADD CONSTRAINT on_leave_once
    EXCLUDE USING gist (trainer_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (cancelled_at IS NULL);
