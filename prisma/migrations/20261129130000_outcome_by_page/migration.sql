-- What came of an act is told by the page it leads to; whether there is anything to tell is asked with who is signed in.
CREATE INDEX "submissions_untold_idx" ON "submissions" ("actor_id") WHERE "told_at" IS NULL AND "answer" ? 'to';
DROP INDEX "submissions_actor_id_at_idx";
