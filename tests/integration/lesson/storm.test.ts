import { expect, test } from "vitest";
import { sql } from "@/tests/support/database";
import { bookingStorm, overlaps } from "@/tests/support/lessons";

test("I10, I11, R36: 16 desks book at random and no two lessons overlap; what was acknowledged is what is stored", async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  process.stdout.write(`booking storm, SEED=${seed}\n`);

  const { booked, refused } = await bookingStorm(seed);

  const stored = await sql("app", "SELECT id FROM lessons WHERE cancelled_at IS NULL ORDER BY id");
  const noted = await sql(
    "app",
    "SELECT subject_id AS id FROM audit_entries WHERE verb = 'lesson.book' ORDER BY subject_id",
  );
  expect(await overlaps()).toEqual({ rooms: 0, trainers: 0, trainees: 0 });
  expect(stored.map(({ id }) => id)).toEqual(booked);
  expect(noted.map(({ id }) => id)).toEqual(booked);
  expect(booked.length).toBeGreaterThan(10);
  expect(booked.length + refused.length).toBe(16 * 12);
  expect(refused.filter((name) => !/_TAKEN$|^TRAINEE_CLASH$|^INPUT_WRONG$|^UNAVAILABLE$/.test(name))).toEqual([]);
});
