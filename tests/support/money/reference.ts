/**
 * What a careful bookkeeper would keep on paper: every record with its day and state, and nothing added up in advance. Plain lists
 * and whole fen; it knows no database, no lock and none of the portal's rules.
 */
export type Ledger = "appropriation" | "disbursement" | "progress";
export type Kind = Ledger | "outside" | "plan" | "revenue";
export const states = ["NOT_STARTED", "UNDER_WAY", "FINISHED", "ACCEPTED", "HANDED_OVER"] as const;
export type State = (typeof states)[number];

export type Project = {
  id: string;
  code: string;
  category: string;
  employment: boolean;
  construction: boolean;
  planYear: number;
  implementYear: number;
  target: string;
  total: bigint;
  dueOn: string | null;
  enteredOn: string;
};

export type Record = {
  id: string;
  kind: Kind;
  projectId?: string;
  year?: number;
  amount: bigint;
  on: string;
  state: "DRAFT" | "SUBMITTED" | "APPROVED" | "REJECTED";
  by: string;
  version: number;
  reversalOf?: string;
  reason?: string | undefined;
  basis?: string | undefined;
  provisional?: boolean;
};

export type Book = {
  projects: Project[];
  /** In the order in which they were written down. */
  records: Record[];
  reports: { projectId: string; state: State; on: string }[];
  months: Map<string, { state: "OPEN" | "SUBMITTED" | "LOCKED"; by: string | null; version: number }>;
  /** The plan that was approved last, for each year that has one. */
  approved: Map<number, Record>;
};

export const emptyBook = (): Book => ({
  projects: [],
  records: [],
  reports: [],
  months: new Map(),
  approved: new Map(),
});

export type Window = {
  since: number;
  year: number;
  asOf: string;
  category?: string | undefined;
  scope?: string | undefined;
  state?: string | undefined;
  employment?: "yes" | undefined;
  late?: "yes" | undefined;
  project?: string | undefined;
};

export const approvedIn = ({ records }: Book, { since, asOf }: Window) =>
  records.filter(({ state, on }) => state === "APPROVED" && on >= `${since}-01-01` && on <= asOf);

const sum = (records: { amount: bigint }[]): bigint => records.reduce((total, { amount }) => total + amount, 0n);
const of = (kind: Kind, records: Record[]) => records.filter((record) => record.kind === kind);

/** R76, A2: each project that is carried out in the years or has records in them, with its three sums and where it stood on the day. */
export function projectsOf(book: Book, window: Window) {
  const { since, year, asOf } = window;
  const inside = byProject(approvedIn(book, window));
  const everything = byProject(approvedIn(book, { ...window, since: 1900 }));
  const reports = byProject(book.reports);
  const rows = book.projects.flatMap((project) => {
    const isOwn = project.implementYear >= since && project.implementYear <= year;
    const records = (inside.get(project.id) ?? []).filter(({ kind }) => kind !== "outside");
    const known = (reports.get(project.id) ?? []).filter(({ on }) => on <= asOf);
    const isThere = project.enteredOn <= asOf || known.length > 0 || everything.has(project.id);
    if (!isThere || (!isOwn && records.length === 0)) return [];

    const state = known.at(-1)?.state ?? "NOT_STARTED";
    const [arranged, disbursed, completed] = (["appropriation", "disbursement", "progress"] as const).map((kind) =>
      sum(of(kind, records)),
    ) as [bigint, bigint, bigint];
    const scope = !isOwn ? "CARRIED" : project.planYear > project.implementYear ? "EARLY" : "IN_PLAN";
    const ever = (kind: Ledger) => sum(of(kind, everything.get(project.id) ?? []));
    const whole = { arranged: ever("appropriation"), completed: ever("progress") };
    const older = whole.arranged - arranged;
    const beyond = (sum: bigint) => (sum > older ? sum - older : 0n);
    const ownOf = (kind: Ledger, within: bigint) => beyond(ever(kind)) - beyond(ever(kind) - within);
    const own = { ownDisbursed: ownOf("disbursement", disbursed), ownCompleted: ownOf("progress", completed) };
    const isLate = late(project, { state, ...whole }, asOf);
    return [
      {
        id: project.id,
        code: project.code,
        arranged,
        disbursed,
        completed,
        state,
        scope,
        isLate,
        project,
        whole,
        ...own,
      },
    ];
  });
  return rows.filter(
    (row) =>
      (!window.category || row.project.category === window.category) &&
      (!window.scope || row.scope === window.scope) &&
      (!window.state || (row.state === window.state && row.scope !== "CARRIED")) &&
      (!window.employment || row.project.employment) &&
      (!window.late || row.isLate) &&
      (!window.project || row.id === window.project),
  );
}

function byProject<Row extends { projectId?: string }>(rows: Row[]): Map<string | undefined, Row[]> {
  const found = new Map<string | undefined, Row[]>();
  for (const row of rows) found.set(row.projectId, [...(found.get(row.projectId) ?? []), row]);
  return found;
}

/** Past its day, or under way with less than a fifth of all its money completed once a quarter of its own year is over. */
function late(
  { dueOn, implementYear }: Project,
  { state, arranged, completed }: { state: State; arranged: bigint; completed: bigint },
  asOf: string,
): boolean {
  if (state !== "NOT_STARTED" && state !== "UNDER_WAY") return false;
  if (dueOn && dueOn < asOf) return true;
  return state === "UNDER_WAY" && arranged > 0n && 5n * completed < arranged && isPastQuarter(asOf, implementYear);
}

/** The 92nd day is the first with more than a quarter of any year behind it: 1 April in leap years, 2 April in others. */
const isPastQuarter = (asOf: string, year: number): boolean => asOf >= `${year}-${year % 4 === 0 ? "04-01" : "04-02"}`;

/** Every record of a ledger behind those projects, by day and then in the order in which it was written, with the sum so far. */
export function recordsOf(book: Book, kind: Ledger, window: Window) {
  const known = new Set(projectsOf(book, window).map(({ id }) => id));
  const found = of(kind, approvedIn(book, window)).filter(({ projectId }) => known.has(projectId ?? ""));
  const sorted = found.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  let running = 0n;
  return sorted.map(({ id, amount, on }) => {
    running += amount;
    return { id, amount, on, running };
  });
}

/** What was paid up to the end of each month, the last one up to the day. */
export function monthsOf(book: Book, window: Window) {
  const paid = recordsOf(book, "disbursement", window);
  const months: { month: string; running: bigint }[] = [];
  for (let year = window.since; year <= Number(window.asOf.slice(0, 4)); year++)
    for (const month of ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"])
      if (`${year}-${month}` <= window.asOf.slice(0, 7))
        months.push({
          month: `${year}-${month}`,
          running: sum(paid.filter(({ on }) => on.slice(0, 7) <= `${year}-${month}`)),
        });
  return months;
}

/** The counters as they ought to be. */
export const sumIn = ({ records }: Book, kind: Kind, projectId: string): bigint =>
  sum(records.filter((one) => one.kind === kind && one.projectId === projectId && one.state === "APPROVED"));
export const arrangedIn = ({ records }: Book, year: number): bigint =>
  sum(of("appropriation", records).filter(({ state, on }) => state === "APPROVED" && on.startsWith(`${year}-`)));

/** R61, R62: of the approved figures of the year before, up to the day, the one of the latest day. */
export function revenueFor({ records }: Book, year: number, asOf: string): Record | undefined {
  const known = of("revenue", records).filter(
    (one) => one.year === year - 1 && one.state === "APPROVED" && one.on <= asOf,
  );
  return known.reduce<Record | undefined>((last, one) => (last && last.on > one.on ? last : one), undefined);
}

/** R61: 0.5 % is one fen of two hundred; a half or more of the next one counts as a whole. */
export function standardFor(book: Book, year: number, asOf: string): bigint | null {
  const revenue = revenueFor(book, year, asOf);
  if (!revenue || revenue.provisional) return null;
  const rest = revenue.amount % 200n;
  return (revenue.amount - rest) / 200n + (rest >= 100n ? 1n : 0n);
}

/** R60: a sum of fen said in a larger unit, by its digits: what is dropped is looked at, not divided. */
export function said(fen: bigint, dropped: number): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(dropped + 3, "0");
  const kept = digits.slice(0, digits.length - dropped);
  const whole = String(BigInt(kept) + (Number(digits[digits.length - dropped] ?? 0) >= 5 ? 1n : 0n)).padStart(3, "0");
  const grouped = [...whole.slice(0, -2)]
    .reverse()
    .reduce((text, digit, n) => digit + (n > 0 && n % 3 === 0 ? "," : "") + text, "");
  return `${fen < 0n && BigInt(whole) !== 0n ? "-" : ""}${grouped}.${whole.slice(-2)}`;
}
