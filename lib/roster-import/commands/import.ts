import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { command, step } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { enrolSeveral, type PersonResult } from "@/lib/enrolment/commands/enrol-several";
import { holdCohorts } from "@/lib/enrolment/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { take } from "@/lib/roster-import/commands/take";
import type { Taken } from "@/lib/roster-import/commands/taken";
import { findMeanings } from "@/lib/roster-import/queries/meanings";
import { columns, headingOf } from "@/lib/roster-import/rules/columns";
import { type Line, readTable, type Table } from "@/lib/roster-import/rules/table";
import { type ImportRoster, importRosterInput } from "@/lib/roster-import/schema";

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
  async run(tx, actor, input): Promise<Counts> {
    const table = readTable(input.roster);
    if (!table || table.lines.length === 0) {
      const headings = columns.map(headingOf);
      throw new Refusal("INPUT_WRONG", { field: "roster", case: table ? "ROSTER_EMPTY" : "ROSTER_HEADLESS", headings });
    }
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
        left: table.left.map(String),
      });
    if (input.rows === "CHECK") throw is("CHECKED");
    if (input.seen !== seen) throw is("ROSTER_CHANGED");
    if (input.rows === "ALL" && counts.wrong + counts.open > 0) throw is("ROSTER_NOT_ALL");
    return counts;
  },
});

/** The cohort is held before any person: the order of all locks. */
async function takeAll(tx: Tx, actor: Actor, { lines }: Table, input: ImportRoster): Promise<Reported[]> {
  const { cohortId, waits, noticeWay, noticeGivenOn } = input;
  if (cohortId) await holdCohorts(tx, [cohortId]);
  const meanings = await findMeanings(tx, actor.today);
  const looked = new Map(input.looked.map(({ number, warnings }) => [number, warnings]));
  const way = { noticeWay, noticeGivenOn, meanings, looked, before: new Map<string, Line>() };
  const taken: Reported[] = [];
  for (const line of lines) taken.push({ line, ...(await take(tx, actor, line, way)) });

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
