import fc from "fast-check";
import { expect, test } from "vitest";
import { isLate } from "@/lib/fund/rules/late";
import { aidStandard, lackOf, splitAtStandard } from "@/lib/fund/rules/standard";
import {
  byCategory,
  byState,
  categories,
  hasStarted,
  isFinished,
  states,
  type Totals,
  totalsOf,
} from "@/lib/fund/rules/sums";
import { fundQuery, readFundFilter } from "@/lib/fund/schema/filter";
import { addDays, type Day, day } from "@/lib/value/calendar";
import { fenOf, formatWan, formatYi, formatYuan, percent1, typedWan } from "@/lib/value/money";
import { anyLedgers } from "@/tests/support/money/ledgers";
import { emptyBook, projectsOf, said, standardFor } from "@/tests/support/money/reference";

// The portal's arithmetic beside a bookkeeper's on paper; a failure is told again by the seed that is printed.
const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));
process.stdout.write(`ledger rules: TEST_SEED=${seed}\n`);
const runs = { seed, numRuns: 2_000 };

const anyFen = fc.oneof(fc.bigInt({ min: 0n, max: 10_000_000_000_000n }), fc.bigInt({ min: 0n, max: 30_000n }));
const late = { belowPercent: 20, afterYearPercent: 25 };

/** Random ledgers read on a random day by the reference, as the rows of the shared query. */
const anyRows = fc
  .record({ book: anyLedgers(6), year: fc.integer({ min: 2016, max: 2019 }), back: fc.nat(3), to: fc.nat(364) })
  .map(({ book, year, back, to }) => {
    const window = { year, since: year - back, asOf: addDays(day(`${year}-01-01`), to) };
    return { book, window, rows: projectsOf(book, window) };
  });
const rowOf = ({ project, ...row }: ReturnType<typeof projectsOf>[number]) => ({
  ...row,
  category: project.category as (typeof categories)[number],
  isEmploymentRelated: project.employment,
  scope: row.scope as "IN_PLAN" | "EARLY" | "CARRIED",
});

test("R61: half-up at every remainder: all 200 of them, from nothing to the largest revenue", () => {
  for (const base of [0n, 200n, 51_400_000_000_00n, 9_999_999_999_800n])
    for (let rest = 0n; rest < 200n; rest++) {
      const standard = aidStandard(base + rest, 50n);
      expect(standard).toBe(base / 200n + (rest >= 100n ? 1n : 0n));
    }
});

test("R61: at any rate the standard lies within half a fen of the exact share, and a half goes up", () => {
  fc.assert(
    fc.property(anyFen, fc.bigInt({ min: 1n, max: 200n }), (revenue, rate) => {
      const rest = 10_000n * aidStandard(revenue, rate) - revenue * rate;
      expect(rest > -5_000n && rest <= 5_000n).toBe(true);
    }),
    runs,
  );
});

test("R61, R62: the standard of 2,000 books is the bookkeeper's", () => {
  fc.assert(
    fc.property(anyFen, fc.boolean(), (amount, provisional) => {
      const figure = {
        kind: "revenue",
        state: "APPROVED",
        on: "2018-01-05",
        year: 2017,
        by: "",
        version: 2,
        id: "",
      } as const;
      const book = { ...emptyBook(), records: [{ ...figure, amount, provisional }] };
      expect(standardFor(book, 2018, "2018-01-04")).toBe(null);
      expect(standardFor(book, 2018, "2018-01-05")).toBe(provisional ? null : aidStandard(amount, 50n));
    }),
    runs,
  );
});

test("R65, R63: within and above add up to the sum, and there is something above or a lack, never both", () => {
  fc.assert(
    fc.property(anyFen, fc.option(anyFen), (sum, standard) => {
      const { within, above } = splitAtStandard(sum, standard);
      const lack = lackOf(sum, standard);
      expect(within + above).toBe(sum);
      expect(above === 0n || lack === 0n).toBe(true);
      if (standard !== null) expect(sum - standard).toBe(above - lack);
      else expect([above, lack]).toEqual([0n, 0n]);
    }),
    runs,
  );
});

test("R77, A2: the sums of 2,000 random books by category and by state are the bookkeeper's, and add up to the whole", () => {
  fc.assert(
    fc.property(anyRows, ({ rows }) => {
      const portal = rows.map(rowOf);
      const total = (list: typeof rows, of: Exclude<keyof Totals, "count">) =>
        list.reduce((sum, row) => sum + row[of], 0n);
      const own = (list: typeof rows) => ({
        ownDisbursed: total(list, "ownDisbursed"),
        ownCompleted: total(list, "ownCompleted"),
      });
      const whole = totalsOf(portal);
      expect(whole).toEqual({
        count: rows.length,
        arranged: total(rows, "arranged"),
        disbursed: total(rows, "disbursed"),
        completed: total(rows, "completed"),
        ...own(rows),
      });

      const parts = byCategory(portal);
      for (const { category, ...part } of parts) {
        const mine = rows.filter(({ project }) => project.category === category);
        expect(part).toEqual({
          count: mine.length,
          arranged: total(mine, "arranged"),
          disbursed: total(mine, "disbursed"),
          completed: total(mine, "completed"),
          ...own(mine),
        });
      }
      expect(parts.reduce((sum, { disbursed }) => sum + disbursed, 0n)).toBe(whole.disbursed);

      const ofYears = rows.filter(({ scope }) => scope !== "CARRIED");
      for (const { state, inPlan, early, arranged } of byState(portal)) {
        const mine = ofYears.filter((row) => row.state === state);
        expect(inPlan + early).toBe(mine.length);
        expect(early).toBe(mine.filter(({ project }) => project.planYear > project.implementYear).length);
        expect(arranged).toBe(total(mine, "arranged"));
      }
      expect(portal.filter(hasStarted).length + portal.filter(({ state }) => state === "NOT_STARTED").length).toBe(
        rows.length,
      );
      expect(portal.filter(isFinished).every(hasStarted)).toBe(true);
    }),
    runs,
  );
});

test("late: on any day of any year the rule and the bookkeeper name the same projects", () => {
  fc.assert(
    fc.property(anyRows, ({ rows, window }) => {
      for (const row of rows)
        expect(
          isLate(
            {
              state: row.state,
              ...row.whole,
              dueOn: row.project.dueOn as Day | null,
              implementYear: row.project.implementYear,
            },
            window.asOf,
            late,
          ),
        ).toBe(row.isLate);
    }),
    runs,
  );
});

test("R60, R75: every sum is rounded by its digits, and a reversal shows exactly the opposite", () => {
  fc.assert(
    fc.property(anyFen, (fen) => {
      expect([formatYuan(fen), formatWan(fen), formatYi(fen)]).toEqual([said(fen, 0), said(fen, 4), said(fen, 8)]);
      expect([formatYuan(-fen), formatWan(-fen), formatYi(-fen)]).toEqual([
        said(-fen, 0),
        said(-fen, 4),
        said(-fen, 8),
      ]);
    }),
    runs,
  );
});

test("R60: splitting a sum and adding its parts again loses nothing, whatever each part would show", () => {
  fc.assert(
    fc.property(anyFen, fc.array(fc.nat(100), { maxLength: 6 }), (fen, cuts) => {
      let rest = fen;
      const parts = cuts.map((cut) => {
        const part = (rest * BigInt(cut)) / 100n;
        rest -= part;
        return part;
      });
      const whole = [...parts, rest].reduce(
        (sum, part) => sum + (fenOf({ amount: typedWan(part), unit: "WAN" }) ?? 0n),
        0n,
      );
      expect(whole).toBe(fen);
    }),
    runs,
  );
});

test("R60: what is typed for a sum in either unit is that sum", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10_000_000_000_000n }), (fen) => {
      expect(fenOf({ amount: typedWan(fen), unit: "WAN" })).toBe(fen);
      expect(fenOf({ amount: formatYuan(fen).replaceAll(",", ""), unit: "YUAN" })).toBe(fen);
    }),
    runs,
  );
});

test("R79: a rate is the nearest tenth of a per cent, a half goes away from nothing, and of nothing or less there is none", () => {
  const signed = fc.tuple(anyFen, fc.boolean()).map(([fen, isRed]) => (isRed ? -fen : fen));
  fc.assert(
    fc.property(signed, signed, (part, whole) => {
      const rate = percent1(part, whole);
      expect(rate === undefined).toBe(whole <= 0n);
      if (rate === undefined) return;
      const off = 2n * (BigInt(rate.replaceAll(/[.,]/g, "")) * whole - part * 1_000n);
      expect(part < 0n ? off >= -whole && off < whole : off > -whole && off <= whole).toBe(true);
    }),
    runs,
  );
});

test("R76: the address says the filter, reading it again gives the same, and no day lies after today or after its year", () => {
  const today = day("2018-08-22");
  const some = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const address = fc.record({
    year: some("2012", "2017", "2018", "2019", "2101", "x", "１"),
    asOf: some("2018-06-30", "2018-08-22", "2018-08-23", "2019-05-01", "2017-12-31", "2018-02-30", "y"),
    since: some("2012", "2018", "2030", "0"),
    category: some(...categories, "MONEY"),
    scope: some("EARLY", "IN_PLAN", "CARRIED", "z"),
    state: some(...states, "z"),
    employment: some("yes", "no"),
    late: some("yes", "1"),
    project: some("0196f0e4-4a51-7000-8000-000000000001", "x' OR 1=1"),
  });

  fc.assert(
    fc.property(address, (query) => {
      const filter = readFundFilter(query, today);
      const again = readFundFilter(Object.fromEntries(new URLSearchParams(fundQuery(filter))), today);
      expect(again).toEqual(filter);
      expect(filter.asOf <= today && filter.asOf <= `${filter.year}-12-31` && filter.since <= filter.year).toBe(true);
    }),
    runs,
  );
});
