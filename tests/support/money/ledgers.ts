import fc from "fast-check";
import type { Book, Ledger, Project, Record, State } from "./reference";
import { emptyBook, states } from "./reference";

const categories = ["INDUSTRY", "INFRASTRUCTURE", "EMPLOYMENT", "EDUCATION", "HEALTH", "LIVELIHOOD", "TALENT"];

/** Fen from a single one to 600 万元, seldom round. */
const amount = fc.oneof(fc.bigInt({ min: 2n, max: 600_000_000n }), fc.constantFrom(2n, 99n, 10_000n, 100_000_000n));
const dayOf = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);

/** One project's ledgers: what is arranged, in parts; payments that split it; what was completed; and some of each taken back in red. */
const ledger = fc.record({
  category: fc.constantFrom(...categories),
  employment: fc.boolean(),
  years: fc.constantFrom([2016, 2016], [2017, 2017], [2018, 2018], [2018, 2018], [2020, 2018], [2019, 2017]),
  dueOn: fc.option(dayOf(2016, 2019)),
  enteredOn: dayOf(2016, 2018),
  arranged: fc.array(fc.record({ amount, on: dayOf(2016, 2018) }), { maxLength: 3 }),
  payments: fc.array(
    fc.record({ part: fc.integer({ min: 1, max: 100 }), on: dayOf(2016, 2018), isWrong: fc.boolean() }),
    { maxLength: 3 },
  ),
  completed: fc.array(fc.record({ amount, on: dayOf(2016, 2018), isWrong: fc.boolean() }), { maxLength: 2 }),
  redOn: dayOf(2019, 2019),
  isSoon: fc.boolean(),
  reports: fc.array(fc.record({ state: fc.constantFrom<State>(...states), on: dayOf(2016, 2018) }), { maxLength: 3 }),
});
type Drawn = typeof ledger extends fc.Arbitrary<infer One> ? One : never;

/** Up to some projects with their ledgers, as a book in which everything is approved. */
export const anyLedgers = (most: number): fc.Arbitrary<Book> =>
  fc.array(ledger, { maxLength: most }).map((drawn) => bookOf(drawn));

/** Exactly so many ledgers from a seed, in one book. */
export const manyLedgers = (count: number, seed: number): Book => bookOf(fc.sample(ledger, { numRuns: count, seed }));

function bookOf(drawn: Drawn[]): Book {
  const book = emptyBook();
  drawn.forEach((one, n) => {
    const [planYear = 0, implementYear = 0] = one.years;
    const { category, employment, dueOn, enteredOn } = one;
    const id = idOf(1, n);
    const project: Project = {
      id,
      code: `M${n}`,
      category,
      employment,
      dueOn,
      enteredOn,
      planYear,
      implementYear,
      construction: false,
      target: "x",
      total: 10_000_000_000n,
    };
    book.projects.push(project);
    book.reports.push(...reportsOf(one, id));
    book.records.push(...recordsOf(one, id, n * 100));
  });
  book.records.sort(inWaves(book.records));
  return book;
}

/** What was wrong and its reversals come before the rest, so that the money is free again when it is paid once more. */
function inWaves(records: Record[]) {
  const wrong = new Set(records.map(({ reversalOf }) => reversalOf));
  const wave = ({ id, reversalOf }: Record) => (wrong.has(id) ? 0 : reversalOf ? 1 : 2);
  return (one: Record, other: Record) => wave(one) - wave(other);
}

/** Days that do not go back, and states neither. */
function reportsOf({ reports }: Drawn, projectId: string) {
  const days = reports.map(({ on }) => on).sort();
  const ranks = reports.map(({ state }) => states.indexOf(state)).sort();
  return days.map((on, n) => ({ projectId, on, state: states[ranks[n] ?? 0] as State }));
}

function recordsOf(
  { arranged, payments, completed, redOn, isSoon }: Drawn,
  projectId: string,
  first: number,
): Record[] {
  const records: Record[] = [];
  const write = (kind: Ledger, amount: bigint, on: string, reversalOf?: string) => {
    const id = idOf(2, first + records.length);
    records.push({
      id,
      kind,
      projectId,
      amount,
      on,
      state: "APPROVED",
      by: idOf(3, 1),
      version: 2,
      ...(reversalOf && { reversalOf }),
    });
    return id;
  };
  // Soon is in the same month, so that a sum comes and goes within one window.
  const back = (kind: Ledger, amount: bigint, on: string, id: string) =>
    write(kind, -amount, isSoon ? `${on.slice(0, 8)}28` : redOn, id);

  for (const { amount, on } of arranged) write("appropriation", amount, on);
  let left = arranged.reduce((sum, { amount }) => sum + amount, 0n);
  const arrangedBy = arranged.reduce((last, { on }) => (on > last ? on : last), "");
  for (const { part, on: drawnOn, isWrong } of payments) {
    // R67: on no day more is paid than was arranged by that day.
    const on = drawnOn > arrangedBy ? drawnOn : arrangedBy;
    // Three wrong ones together fit into what is arranged.
    const amount = (left * BigInt(part)) / (isWrong ? 300n : 100n);
    if (amount === 0n) continue;
    const id = write("disbursement", amount, on);
    if (isWrong) back("disbursement", amount, on, id);
    else left -= amount;
  }
  for (const { amount, on, isWrong } of completed) {
    const id = write("progress", amount, on);
    if (isWrong) back("progress", amount, on, id);
  }
  return records;
}

const idOf = (of: number, n: number): string => `00000000-0000-700${of}-8000-${n.toString(16).padStart(12, "0")}`;
const two = (number: number): string => String(number).padStart(2, "0");
