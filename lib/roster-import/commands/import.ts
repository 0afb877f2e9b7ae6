import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { command, step } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { enrolSeveral, type PersonResult } from "@/lib/enrolment/commands/enrol-several";
import { holdCohorts } from "@/lib/enrolment/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { keepImport } from "@/lib/roster-import/commands/keep";
import { readLine, takeLines } from "@/lib/roster-import/commands/take";
import type { Taken } from "@/lib/roster-import/commands/taken";
import { findMeanings } from "@/lib/roster-import/queries/meanings";
import { columns, headingOf } from "@/lib/roster-import/rules/columns";
import { type Line, readTable, type Table } from "@/lib/roster-import/rules/table";
import { type ImportRoster, importRosterInput, mostLines } from "@/lib/roster-import/schema";
import { findOwners } from "@/lib/trainee/queries/by-number";
import { readWorkbook } from "@/lib/workbook/read";
import { sheetOfText } from "@/lib/workbook/text";

export type Counts = Record<
  "registered" | "changed" | "same" | "wrong" | "open" | "placed" | "waiting" | "applied" | "refused",
  number
>;
/** A line with all that would come of it. */
export type Reported = Taken & { line: Line; place?: PersonResult };

/**
 * R80, R81: a pasted roster into the register, and into a cohort where one is chosen; every line by the commands a form runs. What nobody
 * has seen yet is refused with the report of exactly what would be written, and nothing is: the report is the act itself, taken back.
 */
export const importRoster = command({
  verb: "trainee.import",
  fieldsOf: "rosterImport",
  permission: "trainee:import",
  input: importRosterInput,
  timeout: 60_000,
  before: async (_, { file, roster }) => tableOf(file, roster),
  async run(tx, actor, input, table): Promise<Counts> {
    const lines = await takeAll(tx, actor, table, input);
    const counts = countsOf(lines);
    const seen = markOf(input, lines);
    const is = (given: "CHECKED" | "ROSTER_CHANGED" | "ROSTER_NOT_ALL") =>
      new Refusal("INPUT_WRONG", {
        field: "report",
        case: given,
        ...counts,
        seen,
        lines,
        unread: table.unread,
        left: table.left,
        sheets: table.headless,
      });
    if (input.rows === "CHECK") throw is("CHECKED");
    if (input.seen !== seen) throw is("ROSTER_CHANGED");
    if (input.rows === "ALL" && counts.wrong + counts.open > 0) throw is("ROSTER_NOT_ALL");
    await keepImport(tx, actor, { lines, cohortId: input.cohortId });
    return counts;
  },
});

/** The list as it was sent, read before anything is held; refuses where there is none, two, or one without head or people. */
async function tableOf(file: File | undefined, roster = ""): Promise<Table> {
  const isPasted = roster.trim() !== "";
  const field = file || !isPasted ? "file" : "roster";
  const no = (given: string, figures = {}) => new Refusal("INPUT_WRONG", { field, case: given, ...figures });
  if (file && isPasted) throw no("ROSTER_TWICE");
  if (!file && !isPasted) throw no("ROSTER_MISSING");

  const { sheets, hidden } = file
    ? await readWorkbook(new Uint8Array(await file.arrayBuffer()), field)
    : { sheets: [sheetOfText(roster)], hidden: [] };
  const table = readTable(sheets, hidden);
  if (!table) throw no("ROSTER_HEADLESS", { headings: columns.map(headingOf) });
  if (table.lines.length === 0) throw no("ROSTER_EMPTY");
  if (table.lines.length > mostLines) throw no("ROSTER_LONG", { count: table.lines.length, most: mostLines });
  return table;
}

/** The cohort is held before any person: the order of all locks. */
async function takeAll(tx: Tx, actor: Actor, { lines }: Table, input: ImportRoster): Promise<Reported[]> {
  const { cohortId, waits, noticeWay, noticeGivenOn } = input;
  if (cohortId) await holdCohorts(tx, [cohortId]);
  const meanings = await findMeanings(tx, actor.today);
  const looked = new Map(input.looked.map(({ number, warnings }) => [number, warnings]));
  const read = lines.map((line) => readLine(line, meanings, actor));
  const numbers = read.flatMap(({ card }) => (card && "idNumber" in card ? [card.idNumber] : []));
  const owners = await findOwners(tx, numbers);
  const way = { noticeWay, noticeGivenOn, owners, looked, before: new Map<string, Line>() };
  const done = await takeLines(tx, actor, read, way);
  const taken = done.map((one, place): Reported => ({ line: lines[place] as Line, ...one }));

  const traineeIds = taken.flatMap(({ open, traineeId }) => (traineeId && !open ? [traineeId] : []));
  if (!cohortId || traineeIds.length === 0) return taken;
  const place = waits ? ("WAITLISTED" as const) : ("CONFIRMED" as const);
  const placed = await step(enrolSeveral, tx, actor, { cohortId, traineeIds, place });
  const places = new Map(placed.map((one) => [one.id, one]));
  return taken.map((one) => ({ ...one, place: places.get(one.traineeId ?? "") }));
}

/** The mark of a report: the same list against the same register has the same, whichever warnings were ticked meanwhile. */
function markOf({ roster, cohortId, waits, noticeWay, noticeGivenOn }: ImportRoster, lines: Reported[]): string {
  const facts = lines.map(({ number, kind, changes, faults, noes, warnings }) => [
    ...[number, kind, changes, warnings],
    ...[faults.map(({ column, message }) => [column, message]), noes.map(({ refusal, figures }) => [refusal, figures])],
  ]);
  const all = JSON.stringify([roster, cohortId, waits, noticeWay, noticeGivenOn, facts]);
  return createHash("sha256").update(all).digest("hex");
}

function countsOf(lines: Reported[]): Counts {
  const count = (is: (one: Reported) => boolean) => lines.filter(is).length;
  const placed = (state: string) => count(({ place }) => Boolean(place && "state" in place && place.state === state));
  return {
    registered: count(({ kind, open }) => kind === "NEW" && !open),
    changed: count(({ kind, open }) => kind === "UPDATE" && !open),
    same: count(({ kind }) => kind === "SAME"),
    wrong: count(({ kind }) => kind === "WRONG"),
    open: count(({ open }) => Boolean(open)),
    placed: placed("CONFIRMED"),
    waiting: placed("WAITLISTED"),
    applied: placed("APPLIED"),
    refused: count(({ place }) => Boolean(place && !("state" in place))),
  };
}
