import { parse } from "csv-parse/sync";
import { type Column, columnOf, telling } from "@/lib/roster-import/rules/columns";
import template from "@/lib/roster-import/template.json" with { type: "json" };
import { clean } from "@/lib/value/text";

/** A line of the list: where it stands in what was pasted, counted from 1, and what stands in its columns. */
export type Line = { number: number; cells: ReadonlyMap<Column, string> };

export type Table = {
  columns: Column[];
  /** Headings that are no column of the template, or one that stands there twice. */
  unread: string[];
  lines: Line[];
  /** Lines that name nobody though something stands in them: sums, who filled it in. */
  left: number[];
};

/** How far down the head may stand: under a title and a remark. */
const deepest = 10;

/** What was copied out of a spreadsheet, or text with commas; undefined where no line heads a name and a number. */
export function readTable(pasted: string): Table | undefined {
  const records = recordsOf(pasted);
  const head = records
    .slice(0, deepest)
    .findIndex((record) => telling.every((one) => record.map(columnOf).includes(one)));
  const headings = records[head];
  if (!headings) return undefined;

  const places = new Map<Column, number>();
  const unread: string[] = [];
  for (const [place, heading] of headings.entries()) {
    const column = columnOf(heading);
    if (column && !places.has(column)) places.set(column, place);
    else if (heading && !isNumbering(heading)) unread.push(heading.slice(0, 20));
  }
  const below = records.slice(head + 1).map((record, place) => ({
    number: head + place + 2,
    filled: record.some(Boolean),
    cells: new Map([...places].map(([column, at]) => [column, record[at] ?? ""])),
  }));
  const isHead = ({ cells }: Line) => columnOf(cells.get("idNumber") ?? "") === "idNumber";
  const isSomebody = (line: Line) =>
    !isHead(line) && Boolean(line.cells.get("idNumber") || isName(line.cells.get("name")));
  return {
    columns: [...places.keys()],
    unread,
    lines: below.filter(isSomebody).map(({ number, cells }) => ({ number, cells })),
    left: below.filter((line) => line.filled && !isSomebody(line) && !isHead(line)).map(({ number }) => number),
  };
}

/** What stands under a list in the column of the names. */
const isName = (text = ""): boolean =>
  text !== "" && !template.nobody.some((word) => text.replace(/\s/g, "").startsWith(word));

const isNumbering = (heading: string): boolean => template.numbering.includes(heading);

/** A quotation mark that never closes is no more than a mark. */
function recordsOf(pasted: string): string[][] {
  const delimiter = pasted.includes("\t") ? "\t" : ",";
  const read = (quote: string | null): string[][] =>
    parse(pasted, {
      delimiter,
      quote,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  let records: string[][];
  try {
    records = read('"');
  } catch {
    records = read(null);
  }
  return records.map((record) => record.map((cell) => clean(cell).replace(/^'/, "")));
}

/** R80, invariants 5.7: pasted back into a spreadsheet a number keeps all its digits, and nothing is computed; `readTable` takes the mark off. */
export const asText = (cell: string): string =>
  /^([=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|\d{7})/.test(cell) ? `'${cell}` : cell;
