import { expect, test } from "vitest";
import { reached } from "@/scripts/bench/goals";
import type { Goal } from "@/scripts/bench/result";
import { verdictOf } from "@/scripts/bench/verdict";

const linesOf = (...goals: Goal[]): string => verdictOf([{ operation: "enrol", loads: [], goals }]).join("\n");

test("a goal says its limit, what was reached and by how much it was missed", () => {
  const lines = linesOf(
    reached("enrol/processor", { median: 2.1, least: 2, most: 2.4 }, "16 clients"),
    reached("enrol/throughput", 24),
    reached("enrol/waits", 3),
  );

  expect(lines).toContain("16 clients | ≤ 1.75 × | 2.10 (2.00–2.40) × | 0.35 × (20 %) |");
  expect(lines).toContain("| ≥ 30 % | 24 % | 6 % (20 %) |");
  expect(lines).toContain("| ≤ 3 | 3 |  |");
});

test("what was not measured stands there as well, and a figure without a limit is missed by nothing", () => {
  const lines = linesOf(reached("enrol/before", 3.4));

  expect(lines).toContain("| – | 3.4 × |  |");
  expect(lines).toContain("| enrol | waits for the database | ≤ 3 | not measured |  |");
});
