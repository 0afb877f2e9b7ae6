-- Arrival at the base (报到), apart from the enrolment: on which day somebody came, who noted it, and why a note was taken back.
CREATE TABLE "arrivals" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "noted_by_id" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undo_reason" TEXT,

    CONSTRAINT "arrivals_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "arrivals_enrolment_id_idx" ON "arrivals"("enrolment_id");
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_enrolment_id_fkey"
  FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE arrivals
  ADD CONSTRAINT undone_arrival_is_signed
    CHECK ((undone_at IS NULL) = (undone_by_id IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL)),
  ADD CONSTRAINT undone_arrival_has_reason CHECK (undo_reason ~ '\S');
-- What was taken back stays; of what stands there is one.
CREATE UNIQUE INDEX one_arrival_per_enrolment ON arrivals (enrolment_id) WHERE undone_at IS NULL;

INSERT INTO parameters (key, valid_from, value, reason) VALUES ('arrival_days', '1900-01-01', 3, 'R26');
INSERT INTO setting_kinds (key, domain, unit, least, most, position) VALUES ('arrival_days', 'TRAINING', 'DAYS', 0, 30, 33);
