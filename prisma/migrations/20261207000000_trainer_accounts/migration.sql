-- A trainer signs in (教师, row IN of the permission table): the account names the trainer whose lessons are its scope.
ALTER TABLE "accounts" ADD COLUMN "trainer_id" UUID;
CREATE UNIQUE INDEX "one_account_per_trainer" ON "accounts"("trainer_id");
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_trainer_id_fkey"
  FOREIGN KEY ("trainer_id") REFERENCES "trainers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE accounts ADD CONSTRAINT only_trainers_have_lessons CHECK (trainer_id IS NULL OR role = 'TRAINER');
