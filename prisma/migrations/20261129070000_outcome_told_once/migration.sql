-- What an act came to is told once, on the next page: not again after a reload, Back or to somebody who was sent the address.
ALTER TABLE "submissions" ADD COLUMN "told_at" TIMESTAMPTZ(3);
CREATE INDEX "submissions_actor_id_at_idx" ON "submissions" ("actor_id", "at");
GRANT UPDATE (told_at) ON submissions TO portal_app;
