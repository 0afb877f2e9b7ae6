-- R5: one person who was entered twice. Nothing moves: the merged row points to the kept one (decision 0023).
ALTER TABLE "trainees" ADD COLUMN "merged_into_id" UUID;
-- Also what counts the register, which leaves the merged rows out.
CREATE INDEX "trainees_merged_into_id_idx" ON "trainees"("merged_into_id");
ALTER TABLE "trainees" ADD CONSTRAINT "trainees_merged_into_id_fkey"
  FOREIGN KEY ("merged_into_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "trainee_merges" (
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT transaction_timestamp(),
    "approved" BOOLEAN,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "decision" TEXT,

    CONSTRAINT "trainee_merges_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "trainee_merges_kept_id_idx" ON "trainee_merges"("kept_id");
CREATE INDEX "trainee_merges_merged_id_idx" ON "trainee_merges"("merged_id");
ALTER TABLE "trainee_merges" ADD CONSTRAINT "trainee_merges_kept_id_fkey"
  FOREIGN KEY ("kept_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "trainee_merges" ADD CONSTRAINT "trainee_merges_merged_id_fkey"
  FOREIGN KEY ("merged_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE trainees ADD CONSTRAINT nobody_is_merged_into_himself CHECK (merged_into_id <> id);
ALTER TABLE trainee_merges
  ADD CONSTRAINT a_merge_has_two_rows CHECK (kept_id <> merged_id),
  ADD CONSTRAINT proposer_does_not_merge CHECK (approved IS NOT TRUE OR decided_by_id <> proposed_by_id);
CREATE UNIQUE INDEX one_open_merge ON trainee_merges (least(kept_id, merged_id), greatest(kept_id, merged_id)) WHERE approved IS NULL;
-- The years somebody counts in, which move with him.
CREATE INDEX "trainee_years_trainee_id_idx" ON "trainee_years"("trainee_id");
