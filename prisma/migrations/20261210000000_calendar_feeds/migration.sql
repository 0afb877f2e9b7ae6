-- U18: an address outside sign-in at which a calendar fetches lessons (日历订阅); only the hash of its secret is kept.
CREATE TABLE "calendar_feeds" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "classroom_number" INTEGER,
    "trainer_id" UUID,
    "cohort_id" UUID,
    "secret_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "renewed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "last_used_on" DATE,

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "one_feed_per_secret" ON "calendar_feeds"("secret_hash");
CREATE INDEX "calendar_feeds_account_id_idx" ON "calendar_feeds"("account_id");
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_account_id_fkey"
  FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_classroom_number_fkey"
  FOREIGN KEY ("classroom_number") REFERENCES "classrooms"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_trainer_id_fkey"
  FOREIGN KEY ("trainer_id") REFERENCES "trainers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_cohort_id_fkey"
  FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- All lessons, or those of one classroom, one trainer or one cohort; an account has one living address for each.
ALTER TABLE calendar_feeds ADD CONSTRAINT feed_of_one_kind CHECK (num_nonnulls(classroom_number, trainer_id, cohort_id) <= 1);
CREATE UNIQUE INDEX one_feed_per_scope ON calendar_feeds (account_id, classroom_number, trainer_id, cohort_id) NULLS NOT DISTINCT
  WHERE ended_at IS NULL;
