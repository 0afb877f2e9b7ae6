import { arrangedIn, type Book, type Project, type Record, standardFor, states, sumIn } from "./reference";

/** What a careful office would say no to, on paper: the names of everything that stands against an act; nothing where it may go on. */
export const monthOf = (on: string): string => on.slice(0, 7);

/** R76: neither the month of the day nor a later one of its year is reported. */
const isOpen = ({ months }: Book, on: string): boolean =>
  ![...months].some(
    ([month, { state }]) => state !== "OPEN" && month >= monthOf(on) && month.slice(0, 4) === on.slice(0, 4),
  );
export const projectOf = ({ projects }: Book, id: string | undefined): Project => {
  const found = projects.find((project) => project.id === id);
  if (!found) throw new Error("the book lost a project");
  return found;
};

export function againstDay(book: Book, on: string, today: string): string[] {
  return [...(on > today ? ["INPUT_WRONG"] : []), ...(isOpen(book, on) ? [] : ["MONTH_CLOSED"])];
}

/** R69, R67, R70, R71: what a new record meets; a plan only when it is handed in. */
export function againstWriting(book: Book, record: Record, today: string): string[] {
  const { kind, amount, projectId, on, state } = record;
  const no = againstDay(book, on, today);
  if (kind === "appropriation" && projectOf(book, projectId).target === "") no.push("INPUT_WRONG");
  if (kind === "disbursement") no.push(...againstPaying(book, record));
  if (kind === "progress" && sumIn(book, kind, projectId ?? "") + amount > projectOf(book, projectId).total)
    no.push("OVER_PLAN");
  if (kind === "revenue" && !record.provisional && on <= `${record.year}-12-31`) no.push("INPUT_WRONG");
  if (kind === "plan" && state === "SUBMITTED") no.push(...againstPlan(book, record, today));
  return no;
}

/** R67, R76: the least that is arranged and not paid on any day from this one on. */
function leftFrom({ records }: Book, projectId: string, from: string): bigint {
  const approved = records.filter((one) => one.projectId === projectId && one.state === "APPROVED");
  const taken = new Set(approved.map(({ reversalOf }) => reversalOf));
  const moved = approved.filter(
    ({ id, kind, reversalOf }) =>
      kind === "appropriation" || (kind === "disbursement" && !reversalOf && !taken.has(id)),
  );
  const days = [from, ...moved.map(({ on }) => on).filter((on) => on > from)];
  const leftOn = (day: string) =>
    moved
      .filter(({ on }) => on <= day)
      .reduce((left, { kind, amount }) => (kind === "appropriation" ? left + amount : left - amount), 0n);
  return days.map(leftOn).reduce((least, left) => (left < least ? left : least));
}

function againstPaying(book: Book, { projectId = "", amount, reason, on }: Record): string[] {
  const [arranged, disbursed] = [sumIn(book, "appropriation", projectId), sumIn(book, "disbursement", projectId)];
  const { construction } = projectOf(book, projectId);
  const state = stateOf(book, projectId);
  const isNearEnd = construction && state !== "HANDED_OVER" && 100n * (disbursed + amount) > 97n * arranged;
  return [
    ...(disbursed + amount > arranged || amount > leftFrom(book, projectId, on) ? ["OVER_APPROPRIATION"] : []),
    ...(!reason && (state === "NOT_STARTED" || isNearEnd) ? ["INPUT_WRONG"] : []),
  ];
}

/** R63, R65: above the standard with its basis and reason, below it with its reason. */
export function againstPlan(book: Book, { year = 0, amount, basis, reason }: Record, today: string): string[] {
  const standard = standardFor(book, year, today);
  if (standard === null || amount === standard) return [];
  return (amount > standard ? basis && reason : reason) ? [] : ["INPUT_WRONG"];
}

/** What stands against a step of a record, whoever takes it; `seen` is the version on his page. */
export function againstStep(record: Record, from: Record["state"][], seen: number): string[] {
  return [...(from.includes(record.state) ? [] : ["WRONG_STATE"]), ...(record.version === seen ? [] : ["STALE"])];
}

/** R67, R68, R69–R71: what an approval meets when it moves the sums. */
export function againstApproving(book: Book, record: Record, today: string): string[] {
  const { kind, projectId = "", amount, on, reversalOf, year } = record;
  const no = isOpen(book, on) ? [] : ["MONTH_CLOSED"];
  if (kind === "plan") {
    no.push(...againstPlan(book, record, today));
    if (amount < arrangedIn(book, year ?? 0)) no.push("OVER_PLAN");
  }
  if (kind === "disbursement" && !reversalOf) no.push(...againstPaying(book, record));
  if (kind === "appropriation") {
    const of = Number(on.slice(0, 4));
    if (amount > 0n && projectOf(book, projectId).target === "") no.push("INPUT_WRONG");
    if (amount > 0n && arrangedIn(book, of) + amount > plannedFor(book, of)) no.push("OVER_PLAN");
    const isShort = amount < 0n && leftFrom(book, projectId, on) + amount < 0n;
    if (isShort || sumIn(book, kind, projectId) + amount < sumIn(book, "disbursement", projectId))
      no.push("OVER_APPROPRIATION");
  }
  return no;
}

/** R75. */
export function againstReversing(book: Book, original: Record, on: string, today: string): string[] {
  const taken = book.records.some(({ reversalOf, state }) => reversalOf === original.id && state !== "REJECTED");
  return [
    ...againstDay(book, on, today),
    ...(taken ? ["ALREADY_REVERSED"] : []),
    ...(original.state === "APPROVED" && !original.reversalOf ? [] : ["WRONG_STATE"]),
    ...(on < original.on ? ["INPUT_WRONG"] : []),
  ];
}

/** R76: after its last day, when nothing of it and of its year before it waits. */
export function againstReporting(book: Book, month: string, today: string): string[] {
  const isBefore = (on: string) => on.slice(0, 4) === month.slice(0, 4) && monthOf(on) <= month;
  const waits = book.records.some(({ state, on }) => state === "SUBMITTED" && isBefore(on));
  const { state } = book.months.get(month) ?? { state: "OPEN" };
  return [...(monthOf(today) <= month ? ["INPUT_WRONG"] : []), ...(state === "OPEN" && !waits ? [] : ["WRONG_STATE"])];
}

/** R72. */
export function againstState(
  book: Book,
  projectId: string,
  state: (typeof states)[number],
  on: string,
  progress: number,
): string[] {
  const last = book.reports.filter((report) => report.projectId === projectId).at(-1);
  const rank = states.indexOf(state);
  return [
    ...(last && rank < states.indexOf(last.state) ? ["WRONG_STATE"] : []),
    ...((last && on < last.on) || (rank >= 2 && progress < 100) ? ["INPUT_WRONG"] : []),
  ];
}

export const stateOf = ({ reports }: Book, projectId: string) =>
  reports.filter((report) => report.projectId === projectId).at(-1)?.state ?? "NOT_STARTED";

/** R68: the plan that was approved last. */
export const plannedFor = (book: Book, year: number): bigint => book.approved.get(year)?.amount ?? 0n;

/** How far a year's plans have come. */
export function fundState({ records, approved }: Book, year: number): string {
  if (approved.has(year)) return "FINAL";
  return records.some((one) => one.kind === "plan" && one.year === year && one.state === "SUBMITTED")
    ? "SUBMITTED"
    : "DRAFT";
}
