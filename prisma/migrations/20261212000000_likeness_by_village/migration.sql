-- U08: who has the same name in the same village is asked of every line of a roster.
CREATE INDEX "trainees_village_code_name_idx" ON "trainees"("village_code", "name");
DROP INDEX "trainees_village_code_idx";
