import { afterEach, expect, test } from "vitest";
import { sql } from "@/tests/support/database";
import { broken } from "@/tests/support/money/self-check";
import type { Act, Story } from "@/tests/support/rolls/days";
import { play, playTerm, seed } from "@/tests/support/rolls/play";
import { standNowhere } from "@/tests/support/rolls/term";
import { rounds } from "@/tests/support/rounds";

const enough = rounds(500, 5_000);

afterEach(standNowhere);

/** A day with one lesson. */
const oneDay = (...acts: Partial<Act>[]): Story => ({
  days: [{ two: false, joint: false, acts: acts.map((act) => ({ ...press(0, "ABSENT"), ...act })) }],
  closes: false,
});

const press = (person: number, mark: Act["taps"][number]["mark"], change: Partial<Act> = {}): Act => ({
  ...{ verb: "press", phone: 0, lesson: 0, nth: 3, cut: undefined, flag: true },
  taps: [{ person, mark, note: "" }],
  ...change,
});

test("found once: what another phone had marked is not overwritten from a page that still shows its own tap", async () => {
  const [ours, other] = [press(0, "ABSENT"), { phone: 1 }];

  expect(await playTerm(oneDay(ours, press(0, "LATE", other), press(1, "LATE", other)))).toBe("");
});

test("I36: who is taken off the lesson while a roll waits in a box stands in the list", async () => {
  const inFlight = press(1, "PRESENT", { nth: 1 });

  expect(await playTerm(oneDay(inFlight, { verb: "leave", nth: 1 }))).toBe("");

  expect(await sql("app", "SELECT FROM pending_marks WHERE cause = 'MOVED'")).toHaveLength(1);
});

test("I36: a roll of a lesson that was put ahead meanwhile stays in its box with the sentence", async () => {
  const tale = { days: 0, told: new Map<string, number>() };

  expect(await playTerm(oneDay(press(1, "PRESENT", { nth: 1 }), { verb: "move" }), { tale })).toBe("");

  expect(tale.told.get("roll refused")).toBe(1);
});

test("I36: what two phones showed as saved in played days is stored once, as shown; all else waits in the list", {
  timeout: 6_000_000,
}, async () => {
  const { days, told, difference } = await play({ enough, longest: 25 });
  const waited = await sql<{ cause: string; count: number }>(
    "app",
    "SELECT cause, count(*)::int FROM pending_marks GROUP BY 1 ORDER BY 1",
  );

  const acts = [...told].map(([name, count]) => `${name} ${count}`).sort();
  const causes = waited.map(({ cause, count }) => `${cause} ${count}`);
  process.stdout.write(`rolls: TEST_SEED=${seed}, ${days} days; waited ${causes.join(", ")}; ${acts.join(", ")}\n`);
  expect(difference).toBe("");
  expect(days).toBeGreaterThanOrEqual(enough);
  expect(causes).toHaveLength(5);
  for (const end of ["answered", "overtaken"]) expect(told.get(`roll ${end}`)).toBeGreaterThan(0);
  expect(await broken()).toEqual([]);
});
