-- R98: what a person asks of the base about the own data (本人请求): to have it, correct it, restrict it, object to its use, delete it;
-- written down by one, answered by another, with the day and the answer. An answer that is data in a file is an export of its own format.
CREATE TYPE "PersonRequestKind" AS ENUM ('ACCESS', 'CORRECT', 'RESTRICT', 'OBJECT', 'DELETE');

CREATE TABLE "person_requests" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "kind" "PersonRequestKind" NOT NULL,
    "asked_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "noted_by_id" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decided_by_id" UUID,
    "approved" BOOLEAN,
    "decision" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_requests_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "person_requests_trainee_id_idx" ON "person_requests"("trainee_id");
ALTER TABLE "person_requests" ADD CONSTRAINT "person_requests_trainee_id_fkey"
  FOREIGN KEY ("trainee_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE person_requests
  ADD CONSTRAINT answerer_did_not_note CHECK (decided_by_id <> noted_by_id),
  ADD CONSTRAINT answered_request_is_signed
    CHECK ((approved IS NULL) = (decided_by_id IS NULL) AND (approved IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT declined_request_has_reason CHECK (approved IS NOT FALSE OR decision ~ '\S');
CREATE UNIQUE INDEX one_open_request ON person_requests (trainee_id, kind) WHERE approved IS NULL;

-- R82: nothing opens the text of this format as a spreadsheet, so whole numbers stay whole in it.
ALTER TABLE exports
  DROP CONSTRAINT export_format,
  ADD CONSTRAINT export_format CHECK (format IN ('xlsx', 'csv') OR format = 'json' AND kind = 'own-data'),
  DROP CONSTRAINT whole_numbers_as_workbook,
  ADD CONSTRAINT whole_numbers_as_workbook CHECK (NOT is_full OR format = 'xlsx' OR format = 'json') NOT VALID;
