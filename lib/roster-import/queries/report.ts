import "server-only";
import { Refusal } from "@/lib/refusal/refusal";
import type { Reported } from "@/lib/roster-import/commands/import";
import { type Column, columns, headingOf } from "@/lib/roster-import/rules/columns";
import { asText } from "@/lib/roster-import/rules/table";
import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";
import { labelWords, lookUp, refusalWords } from "@/lib/wording/lookup";

/** A line of the report as a page shows it; numbers are masked (R91). */
export type SaidLine = {
  number: number;
  name: string;
  code: string;
  kind: Reported["kind"];
  /** What is wrong, each with its column and what stands there. */
  wrong: { label: string; value: string; sentence: string }[];
  changes: string;
  /** To be looked at and ticked; `value` is what the tick sends. */
  warnings?: { value: string; told: { warning: string; people: string[] }[] };
  place?: string;
  refused?: string;
};

/** A check in the words of its reader: what comes of each line, and the wrong ones as they would go back to whoever sent the list. */
export async function sayReport(no: Refusal): Promise<Refusal> {
  if (!no.lists.lines) return no;
  const say = await sayers();
  const reported = no.lists.lines as Reported[];
  const said = reported.map((one) => sayLine(one, say));
  const wrong = reported.flatMap((one, place) => (one.kind === "WRONG" ? [back(one, said[place])] : []));
  const head = [...columns.map(headingOf), say.own("reason")].join("\t");
  const lists = { ...no.lists, lines: said, back: wrong.length > 0 ? [[head, ...wrong].join("\n")] : [] };
  return new Refusal(no.refusal, { ...no.figures, ...lists });
}

async function sayers() {
  const [own, invalid, refusal, label, warning, state] = await Promise.all([
    lookUp("rosterImport"),
    lookUp("invalid"),
    refusalWords(),
    labelWords(["trainee"]),
    lookUp("trainee"),
    lookUp("enrolment"),
  ]);
  return { own, invalid, refusal, label, warning, state };
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
    kind,
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

/** The line as it was, with what is wrong with it in a column of its own. */
const back = ({ line }: Reported, said: SaidLine | undefined): string =>
  [
    ...columns.map((column) => asText((line.cells.get(column) ?? "").replaceAll('"', ""))),
    said?.wrong.map(({ sentence }) => sentence).join(" "),
  ].join("\t");

const shown = (column: Column, text = ""): string => {
  if (column === "idNumber") return maskIdNumber(text);
  return column === "phone" || column === "guardianPhone" ? maskPhone(text) : text;
};
