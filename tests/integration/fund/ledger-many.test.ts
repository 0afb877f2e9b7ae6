import { beforeAll, expect, test } from "vitest";
import { begin, db } from "@/lib/database/db";
import { findFundOverview } from "@/lib/fund/queries/dashboard";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { listRecords } from "@/lib/fund/queries/records";
import { totalsOf } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { addDays, type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { manyLedgers } from "@/tests/support/money/ledgers";
import { load } from "@/tests/support/money/load";
import { type Book, monthsOf, projectsOf, recordsOf, sumIn, type Window } from "@/tests/support/money/reference";
import { broken } from "@/tests/support/money/self-check";

// 2,000 random ledgers with every law in force, read by the portal's one query of sums and by a bookkeeper on paper.
const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));
let book: Book;

beforeAll(async () => {
  book = manyLedgers(2_000, seed);
  await load(book);
  process.stdout.write(`many ledgers: TEST_SEED=${seed}, ${book.records.length} records\n`);
}, 120_000);

/** A hash of the seed, the same for every run of it. */
const drawn = (n: number, below: number): number => (Math.imul(seed + n * 7_919, 0x9e3779b1) >>> 8) % below;
const windowAt = (n: number): Window & FundFilter => {
  const year = 2016 + drawn(n, 4);
  const asOf: Day = addDays(day(`${year}-01-01`), drawn(n + 100, 365));
  return { year, since: year - drawn(n + 200, 4), asOf };
};

test("a ledger of thousands of records opens at once, also before the database has gathered its statistics", async () => {
  const window = { since: 2016, year: 2019, asOf: day("2019-12-31") };

  const records = await begin(
    async (tx) => {
      const projects = await listProjectSums(window, tx);
      await tx.$executeRaw`SET LOCAL statement_timeout = '4s'`;
      return listRecords("appropriations", window, projects, tx);
    },
    { timeout: 30_000 },
  );

  expect(records.length).toBeGreaterThan(2_000);
});

test("I25, R76, A2: as of eight random days every project of the years has the bookkeeper's three sums, state and scope", async () => {
  for (let n = 0; n < 8; n++) {
    const window = windowAt(n);
    const portal = (await listProjectSums(window)).map(
      ({ code, arranged, disbursed, completed, ownDisbursed, ownCompleted, state, scope, isLate }) =>
        [code, arranged, disbursed, completed, ownDisbursed, ownCompleted, state, scope, isLate].join(" "),
    );
    const onPaper = projectsOf(book, window).map(
      ({ code, arranged, disbursed, completed, ownDisbursed, ownCompleted, state, scope, isLate }) =>
        [code, arranged, disbursed, completed, ownDisbursed, ownCompleted, state, scope, isLate].join(" "),
    );

    expect(portal.sort(), JSON.stringify(window)).toEqual(onPaper.sort());
  }
});

test("I25: filtered by category, scope, state, employment or delay, the same projects remain", async () => {
  const filters = [
    ...[{ category: "HEALTH" }, { category: "TALENT", employment: "yes" }, { scope: "EARLY" }, { scope: "CARRIED" }],
    ...[
      { state: "FINISHED" },
      { state: "UNDER_WAY", scope: "IN_PLAN" },
      { employment: "yes", late: "yes" },
      { late: "yes" },
    ],
  ] as Partial<FundFilter>[];

  for (const [n, filter] of filters.entries()) {
    const window = { ...windowAt(n + 20), ...filter };
    const portal = (await listProjectSums(window)).map(({ code }) => code);
    const onPaper = projectsOf(book, window).map(({ code }) => code);
    expect(portal.sort(), JSON.stringify(window)).toEqual(onPaper.sort());
  }
});

test("I25, R76: the records of each ledger run up to its figure, and the line of months rises by what was paid in each", async () => {
  for (let n = 40; n < 43; n++) {
    const window = windowAt(n);
    const projects = await listProjectSums(window);

    for (const [ledger, kind] of [
      ["appropriations", "appropriation"],
      ["disbursements", "disbursement"],
      ["progress", "progress"],
    ] as const) {
      const portal = (await listRecords(ledger, window, projects)).map(({ id, running }) => `${id} ${running}`);
      const { ownDisbursed, ownCompleted } = totalsOf(projects);
      const last = (await listRecords(ledger, window, projects)).at(-1)?.ownRunning ?? 0n;
      if (kind !== "appropriation") expect(last).toBe(kind === "progress" ? ownCompleted : ownDisbursed);
      expect(portal, `${ledger} ${JSON.stringify(window)}`).toEqual(
        recordsOf(book, kind, window).map(({ id, running }) => `${id} ${running}`),
      );
    }
    const months = (await findFundOverview(window)).months.map(({ month, running }) => ({ month, running }));
    expect(months, JSON.stringify(window)).toEqual(monthsOf(book, window));
  }
});

test("I21: every counter is the sum of its approved records, and every check of the portal is empty", async () => {
  const select = { id: true, arranged: true, disbursed: true, completed: true } as const;
  const kept = await db.project.findMany({ orderBy: { id: "asc" }, select });

  const counted = book.projects.map(({ id }) => ({
    id,
    arranged: sumIn(book, "appropriation", id),
    disbursed: sumIn(book, "disbursement", id),
    completed: sumIn(book, "progress", id),
  }));
  expect(kept).toEqual(counted);
  expect(await broken()).toEqual([]);
});

test("I21, control: with one fen moved past the law the checks and the counters show it", async () => {
  const [one] = book.projects;
  const move = (by: number) =>
    sql(
      "owner",
      `SET session_replication_role = replica; UPDATE projects SET completed = completed + ${by} WHERE id = $1`.replace(
        "$1",
        `'${one?.id}'`,
      ),
    );

  await move(1);

  expect(await broken()).toEqual(["money_identity"]);
  await move(-1);
});
