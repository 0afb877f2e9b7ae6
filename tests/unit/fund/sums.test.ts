import fc from "fast-check";
import { expect, test } from "vitest";
import {
  byCategory,
  byState,
  categories,
  hasStarted,
  isFinished,
  type ProjectSums,
  scopes,
  states,
  type Totals,
  totalsOf,
} from "@/lib/fund/rules/sums";

const row = (change: Partial<ProjectSums> = {}): ProjectSums => ({
  category: "EDUCATION",
  isEmploymentRelated: false,
  scope: "IN_PLAN",
  state: "UNDER_WAY",
  arranged: 0n,
  disbursed: 0n,
  completed: 0n,
  ownDisbursed: 0n,
  ownCompleted: 0n,
  ...change,
});

const anyRows = fc.array(
  fc.record({
    category: fc.constantFrom(...categories),
    isEmploymentRelated: fc.boolean(),
    scope: fc.constantFrom(...scopes),
    state: fc.constantFrom(...states),
    arranged: fc.bigInt({ min: -1_000n, max: 1_000_000n }),
    disbursed: fc.bigInt({ min: -1_000n, max: 1_000_000n }),
    completed: fc.bigInt({ min: -1_000n, max: 1_000_000n }),
    ownDisbursed: fc.bigInt({ min: -1_000n, max: 1_000_000n }),
    ownCompleted: fc.bigInt({ min: -1_000n, max: 1_000_000n }),
  }),
  { maxLength: 30 },
);

test("R77: arranged, disbursed and completed are three sums and never one", () => {
  const rows = [
    row({ arranged: 5n, disbursed: 3n, completed: 1n, ownDisbursed: 2n }),
    row({ arranged: 7n, disbursed: 7n, ownDisbursed: 7n }),
  ];

  const nothing = { count: 0, arranged: 0n, disbursed: 0n, completed: 0n, ownDisbursed: 0n, ownCompleted: 0n };
  expect(totalsOf(rows)).toEqual({
    ...nothing,
    ...{ count: 2, arranged: 12n, disbursed: 10n, completed: 1n, ownDisbursed: 9n },
  });
  expect(totalsOf([])).toEqual(nothing);
});

test("I25: the categories together are the whole, whatever the projects", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const parts = byCategory(rows);
      const sum = (of: Exclude<keyof Totals, "count">) => parts.reduce((total, part) => total + part[of], 0n);
      expect({
        count: parts.reduce((total, { count }) => total + count, 0),
        arranged: sum("arranged"),
        disbursed: sum("disbursed"),
        completed: sum("completed"),
        ownDisbursed: sum("ownDisbursed"),
        ownCompleted: sum("ownCompleted"),
      }).toEqual(totalsOf(rows));
    }),
  );
});

test("A2: early projects stand apart in their state, their money with the rest; other years' projects are not among them", () => {
  const rows = [
    row({ state: "UNDER_WAY", arranged: 10n }),
    row({ state: "UNDER_WAY", scope: "EARLY", arranged: 1_000n }),
    row({ state: "FINISHED", arranged: 5n }),
    row({ state: "FINISHED", scope: "CARRIED", arranged: 9n }),
  ];

  expect(byState(rows).filter(({ inPlan, early }) => inPlan + early > 0)).toEqual([
    { state: "UNDER_WAY", inPlan: 1, early: 1, arranged: 1_010n },
    { state: "FINISHED", inPlan: 1, early: 0, arranged: 5n },
  ]);
});

test("A17: begun is past 未开工, finished is 完工 or later", () => {
  expect(states.filter((state) => hasStarted({ state }))).toEqual([
    ...["UNDER_WAY", "FINISHED", "ACCEPTED", "HANDED_OVER"],
  ]);
  expect(states.filter((state) => isFinished({ state }))).toEqual(["FINISHED", "ACCEPTED", "HANDED_OVER"]);
});
