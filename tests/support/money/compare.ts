import { findFundOverview } from "@/lib/fund/queries/dashboard";
import { listMonths } from "@/lib/fund/queries/months";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { listRecords } from "@/lib/fund/queries/records";
import { findStandard } from "@/lib/fund/queries/standard";
import { addDays, type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { fundState, plannedFor } from "./office";
import * as paper from "./reference";
import { tables } from "./rows";

type Ask = (n: number) => number;

/** The lines that only one side has; nothing where portal and paper agree. */
export async function differences(book: paper.Book, entries: Map<string, number>, ask: Ask): Promise<string[]> {
  const pairs = [
    ...[await counters(book), await rows(book), await funds(book), await months(book), await audit(entries)],
    ...(await figures(book, ask)),
  ];
  return pairs.flatMap(([portal, onPaper]) => [
    ...portal.filter((line) => !onPaper.includes(line)).map((line) => `portal ${line}`),
    ...onPaper.filter((line) => !portal.includes(line)).map((line) => `paper  ${line}`),
  ]);
}

type Pair = [portal: string[], onPaper: string[]];
const lines = async (text: string): Promise<string[]> =>
  (await sql<{ line: string }>("app", text)).map(({ line }) => line);

async function counters(book: paper.Book): Promise<Pair> {
  const kept = await lines(
    "SELECT concat_ws(' ', 'project', code, arranged, disbursed, completed) AS line FROM projects",
  );
  const sums = ({ id }: paper.Project) =>
    (["appropriation", "disbursement", "progress"] as const).map((kind) => paper.sumIn(book, kind, id));
  return [kept, book.projects.map((project) => ["project", project.code, ...sums(project)].join(" "))];
}

/** Every record with its state, version and day; of the versions also which is the current one. */
async function rows(book: paper.Book): Promise<Pair> {
  const selects = Object.entries(tables).map(([kind, table]) => {
    const [amount, current] = [
      kind === "plan" ? "total" : "amount",
      kind === "plan" || kind === "revenue" ? "is_current" : "false",
    ];
    return `SELECT concat_ws(' ', '${kind}', id, ${amount}, dated_on, state, version, ${current}) AS line FROM ${table}`;
  });
  const onPaper = book.records.map((one) => {
    const current = one.kind === "revenue" && paper.revenueFor(book, (one.year ?? 0) + 1, "9999-12-31") === one;
    const isCurrent = current || (one.kind === "plan" && book.approved.get(one.year ?? 0) === one);
    return [one.kind, one.id, one.amount, one.on, one.state, one.version, isCurrent ? "t" : "f"].join(" ");
  });
  return [await lines(selects.join(" UNION ALL ")), onPaper];
}

async function funds(book: paper.Book): Promise<Pair> {
  const kept = await lines(
    "SELECT concat_ws(' ', 'year', year, state, approved_total, arranged) AS line FROM aid_funds WHERE year BETWEEN 2017 AND 2018",
  );
  const onPaper = [2017, 2018].map((year) =>
    ["year", year, fundState(book, year), plannedFor(book, year), paper.arrangedIn(book, year)].join(" "),
  );
  // A year without plan and money has no row yet.
  return [kept, onPaper.filter((line) => !line.endsWith("DRAFT 0 0") || kept.includes(line))];
}

async function months(book: paper.Book): Promise<Pair> {
  const kept = await lines(
    "SELECT concat_ws(' ', month, state, version, submitted_by_id) AS line FROM fund_months WHERE version > 1",
  );
  const onPaper = [...book.months].map(([month, { state, version, by }]) =>
    [month, state, version, ...(by ? [by] : [])].join(" "),
  );
  return [kept, onPaper];
}

/** I29: one entry for each act that was done, by what it was about. */
async function audit(entries: Map<string, number>): Promise<Pair> {
  const noted = await lines(
    "SELECT concat_ws(' ', 'noted', subject_id, count(*)) AS line FROM audit_entries WHERE actor_name <> 'make' GROUP BY subject_id",
  );
  return [noted, [...entries].map(([subject, count]) => `noted ${subject} ${count}`)];
}

/** The pages' own queries on three random days. */
async function figures(book: paper.Book, ask: Ask): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let n = 0; n < 3; n++) {
    const year = 2017 + ask(2);
    const asOf: Day = addDays(day(`${year}-01-01`), year === 2017 ? 330 + ask(35) : ask(235));
    const window = { year, since: year - ask(2), asOf };
    const at = `${window.since} to ${asOf}:`;
    const projects = await listProjectSums(window);
    pairs.push([
      projects.map((row) => [at, row.code, row.arranged, row.disbursed, row.completed, row.state, row.scope].join(" ")),
      paper
        .projectsOf(book, window)
        .map((row) => [at, row.code, row.arranged, row.disbursed, row.completed, row.state, row.scope].join(" ")),
    ]);
    for (const [ledger, kind] of [
      ["appropriations", "appropriation"],
      ["disbursements", "disbursement"],
      ["progress", "progress"],
    ] as const)
      pairs.push([
        (await listRecords(ledger, window, projects)).map(({ id, running }) => `${at} ${id} ${running}`),
        paper.recordsOf(book, kind, window).map(({ id, running }) => `${at} ${id} ${running}`),
      ]);
    pairs.push([
      (await findFundOverview(window)).months.map(({ month, running }) => `${at} ${month} ${running}`),
      paper.monthsOf(book, window).map(({ month, running }) => `${at} ${month} ${running}`),
    ]);
    pairs.push([
      [`${at} standard ${(await findStandard(year, asOf)).standard}`],
      [`${at} standard ${paper.standardFor(book, year, asOf)}`],
    ]);
    pairs.push([
      (await listMonths(year)).map(({ month, disbursed }) => `in ${month} ${disbursed}`),
      Array.from({ length: 12 }, (_, m) => `in ${year}-${String(m + 1).padStart(2, "0")} ${paidIn(book, year, m + 1)}`),
    ]);
  }
  return pairs;
}

function paidIn(book: paper.Book, year: number, month: number): bigint {
  const name = `${year}-${String(month).padStart(2, "0")}`;
  const paid = paper.approvedIn(book, { year, since: year, asOf: `${year}-12-31` });
  return paid
    .filter(({ kind, on }) => kind === "disbursement" && on.startsWith(name))
    .reduce((sum, { amount }) => sum + amount, 0n);
}
