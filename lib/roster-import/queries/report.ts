import "server-only";
import { findActor } from "@/lib/auth/actor";
import { Refusal } from "@/lib/refusal/refusal";
import type { Reported } from "@/lib/roster-import/commands/import";
import { type Back, rosterFile } from "@/lib/roster-import/queries/file";
import { type Column, columns, headingOf } from "@/lib/roster-import/rules/columns";
import { type At, asText } from "@/lib/roster-import/rules/table";
import template from "@/lib/roster-import/template.json" with { type: "json" };
import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";
import { dayOfInstant } from "@/lib/value/calendar";
import { labelWords, lookUp, refusalWords } from "@/lib/wording/lookup";

/** A line of the report as a page shows it; numbers are masked (R91). */
export type SaidLine = {
  number: number;
  /** The row, and its sheet where the list has several. */
  at: string;
  name: string;
  code: string;
  /** What is wrong, each with its column and what stands there. */
  wrong: { label: string; value: string; sentence: string }[];
  changes: string;
  /** To be looked at and ticked; `value` is what the tick sends. */
  warnings?: { value: string; told: { warning: string; people: string[] }[] };
  place?: string;
  refused?: string;
};

export type SaidGroup = { group: Group; count: number; lines: SaidLine[] };

/** Of each group as many as somebody reads; the numbers above count all of them, and the file that goes back holds every wrong one. */
const mostShown = { WRONG: 200, OPEN: Number.POSITIVE_INFINITY, NEW: 50, UPDATE: 200, SAME: 20 };
export type Group = keyof typeof mostShown;

/** A line whose warnings are unanswered is looked at first, new or known. */
const groupOf = ({ kind, warnings }: Reported): Group => (warnings.length > 0 && kind !== "WRONG" ? "OPEN" : kind);

/** A check in the words of its reader: what comes of each line, and the wrong ones as they go back to whoever sent the list. */
export async function sayReport(no: Refusal): Promise<Refusal> {
  if (!no.lists.lines) return no;
  const say = await sayers();
  const reported = no.lists.lines as Reported[];
  const ofGroup = (group: Group) => reported.filter((one) => groupOf(one) === group);
  const groups = (Object.keys(mostShown) as Group[]).map(
    (group): SaidGroup => ({
      group,
      count: ofGroup(group).length,
      // Whom the cohort does not take stands first.
      lines: ofGroup(group)
        .map((one) => sayLine(one, say))
        .sort((one, other) => Number(Boolean(other.refused)) - Number(Boolean(one.refused)))
        .slice(0, mostShown[group]),
    }),
  );
  const left = (no.lists.left as At[]).map((at) => sayAt(at, say));
  const { unread = [], sheets = [] } = no.lists;
  return new Refusal(no.refusal, { ...no.figures, groups, unread, sheets, left, ...(await goingBack(reported, say)) });
}

/** The wrong lines as a workbook, and as text to be pasted. */
async function goingBack(reported: Reported[], say: Sayers): Promise<Record<string, string[]>> {
  const wrong = reported.filter(({ kind }) => kind === "WRONG");
  if (wrong.length === 0) return {};

  const lines = wrong.map((one) => {
    const reason = sayLine(one, say)
      .wrong.map(({ sentence }) => sentence)
      .join(" ");
    return { cells: one.line.cells, reason };
  });
  const head = [...columns.map(headingOf), template.reason].join("\t");
  const file = Buffer.from(await rosterFile(say.today, lines)).toString("base64");
  return { backText: [[head, ...lines.map(textOf)].join("\n")], backFile: [file] };
}

async function sayers() {
  const [actor, own, invalid, refusal, label, warning, state] = await Promise.all([
    findActor(),
    lookUp("rosterImport"),
    lookUp("invalid"),
    refusalWords(),
    labelWords(["trainee"]),
    lookUp("trainee"),
    lookUp("enrolment"),
  ]);
  const today = actor?.today ?? dayOfInstant(new Date());
  return { today, own, invalid, refusal, label, warning, state };
}
type Sayers = Awaited<ReturnType<typeof sayers>>;

function sayLine(
  { number, kind, line, faults, noes, changes, warnings, open, place }: Reported,
  say: Sayers,
): SaidLine {
  const wrongCells = faults.map(({ column, message, params }) => {
    const words = { label: headingOf(column), ...params };
    const sentence = say.own.has(`faults.${message}`)
      ? say.own(`faults.${message}`, words)
      : say.invalid(message, words);
    return { label: headingOf(column), value: shown(column, line.cells.get(column)), sentence };
  });
  const wrongLines = noes.map((no) => {
    const column = columns.find((one) => one === no.figures.field);
    return {
      label: column ? headingOf(column) : "",
      value: column ? shown(column, line.cells.get(column)) : "",
      sentence: say.refusal(no),
    };
  });
  const refused = place && !("state" in place) ? say.refusal(place) : undefined;
  return {
    number,
    at: sayAt(line.at, say),
    name: line.cells.get("name") ?? "",
    code: shown("idNumber", line.cells.get("idNumber")),
    wrong: kind === "WRONG" ? [...wrongCells, ...wrongLines] : [],
    changes: changes.map(say.label).join(say.own("between")),
    ...(warnings.length > 0 && {
      warnings: {
        value: [number, ...warnings].join(" "),
        told: warnings.map((name) => ({
          warning: say.warning(`warnings.${name}`),
          people: peopleIn(open?.lists[name]),
        })),
      },
    }),
    ...(place && "state" in place && { place: say.state(`several.states.${place.state}`) }),
    ...(refused && { refused }),
  };
}

const peopleIn = (list: readonly unknown[] = []): string[] => list.map((one) => (one as { told: string }).told);

const textOf = ({ cells, reason }: Back): string =>
  [...columns.map((column) => asText((cells.get(column) ?? "").replaceAll('"', ""))), reason].join("\t");

const sayAt = ({ sheet, row }: At, say: Sayers): string =>
  sheet ? say.own("report.rowOfSheet", { sheet, row }) : say.own("report.rowNumber", { row });

const shown = (column: Column, text = ""): string => {
  if (column === "idNumber") return maskIdNumber(text);
  return column === "phone" || column === "guardianPhone" ? maskPhone(text) : text;
};
