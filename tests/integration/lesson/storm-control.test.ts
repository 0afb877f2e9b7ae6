import { expect, test } from "vitest";
import { sql } from "@/tests/support/database";
import { bookingStorm, overlaps } from "@/tests/support/lessons";

// In a database of its own: a test that finds no overlap proves something only if it finds them once the law is gone.
test("I10, I11, control: without the constraints and the triggers' looks the same desks overlap everywhere", async () => {
  await sql(
    "owner",
    `ALTER TABLE lessons DROP CONSTRAINT classroom_is_free, DROP CONSTRAINT trainer_is_free;
     ALTER TABLE lesson_cohorts DROP CONSTRAINT cohort_is_free;
     ALTER TABLE trainee_lessons DROP CONSTRAINT trainee_is_free;
     DROP TRIGGER lesson_finds_room ON lessons;
     CREATE OR REPLACE FUNCTION refuse_taken(refusal text, field text, other lessons) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$;
     CREATE OR REPLACE FUNCTION refuse_trainee_clash(wanted_lesson uuid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$;`,
  );

  await bookingStorm(4711, 6);

  const found = await overlaps();
  expect(found.rooms).toBeGreaterThan(0);
  expect(found.trainers).toBeGreaterThan(0);
  expect(found.trainees).toBeGreaterThan(0);
});
