import { type Column, columnOf, telling } from "@/lib/roster-import/rules/columns";
import template from "@/lib/roster-import/template.json" with { type: "json" };
import { clean } from "@/lib/value/text";
import type { Row, Sheet } from "@/lib/workbook/sheet";

/** Where a row stands: its number in its sheet, which has a name where the list has several. */
export type At = { sheet?: string | undefined; row: number };

/** A line of the list: `number` tells it from all others, also of other sheets. */
export type Line = { number: number; at: At; cells: ReadonlyMap<Column, string> };

export type Table = {
  columns: Column[];
  /** Headings that are no column of the template, or one that stands there twice. */
  unread: string[];
  lines: Line[];
  /** Rows that name nobody though something stands in them: sums, who filled it in. */
  left: At[];
  /** Sheets without a head, where none before them had one. */
  headless: string[];
};

/** Somebody stands in a sheet without a head where a number stands in its place. */
const hasNumber = (cell = ""): boolean => /\d{6}/.test(cell);

type Head = { places: ReadonlyMap<Column, number>; unread: string[]; below: number };

/** How far down the head may stand: under a title and a remark. */
const deepest = 10;

/** A list out of its sheets; one that has no head goes on under that of the sheet before. Undefined where no row heads a name and a number. */
export function readTable(sheets: readonly Sheet[]): Table | undefined {
  const table: Table = { columns: [], unread: [], lines: [], left: [], headless: [] };
  const filled = sheets.filter(({ rows }) => rows.some(isFilled));
  let head: Head | undefined;
  let before = 0;
  for (const { name, rows } of filled) {
    const own = headOf(rows.map(cleaned));
    const goesOn = head && rows.some(({ cells }) => hasNumber(cells[head?.places.get("idNumber") ?? -1]));
    const under = own ?? (goesOn && head ? { ...head, unread: [], below: 0 } : undefined);
    if (under) addTo(table, under, rows.map(cleaned), { sheet: filled.length > 1 ? name : undefined, before });
    else if (name) table.headless.push(name);
    head = own ?? head;
    before += rows.at(-1)?.number ?? 0;
  }
  return head && table;
}

function addTo(
  table: Table,
  head: Head,
  rows: Row[],
  { sheet, before }: { sheet: string | undefined; before: number },
) {
  table.columns = [...new Set([...table.columns, ...head.places.keys()])];
  table.unread = [...new Set([...table.unread, ...head.unread])];
  for (const { number, cells: found } of rows) {
    if (number <= head.below) continue;
    const cells = new Map([...head.places].map(([column, place]) => [column, found[place] ?? ""]));
    const at = { sheet, row: number };
    if (columnOf(cells.get("idNumber") ?? "") === "idNumber") continue;
    if (cells.get("idNumber") || isName(cells.get("name"))) table.lines.push({ number: before + number, at, cells });
    else if (found.some(Boolean)) table.left.push(at);
  }
}

/** What a sheet is headed by; a row below it names what the head leaves open, as the parts of a heading across several columns. */
function headOf(rows: Row[]): Head | undefined {
  const at = rows.slice(0, deepest).findIndex(({ cells }) => telling.every((one) => cells.map(columnOf).includes(one)));
  const [head, second] = [rows[at], rows[at + 1]];
  if (!head) return undefined;

  const isSecond = second?.number === head.number + 1 && isPartOfHead(second, head);
  const places = new Map<Column, number>();
  const unread: string[] = [];
  const width = Math.max(head.cells.length, isSecond ? second.cells.length : 0);
  for (let place = 0; place < width; place++) {
    const said = [isSecond ? second.cells[place] : "", head.cells[place]].filter(Boolean) as string[];
    const column = said.map(columnOf).find(Boolean);
    if (column && !places.has(column)) places.set(column, place);
    else if (said[0] && !isSilent(said[0])) unread.push(said[0].slice(0, 20));
  }
  return { places, unread, below: isSecond ? second.number : head.number };
}

/** Numbers of lines, and what we wrote into a list that went back. */
const isSilent = (heading: string): boolean => [...template.numbering, template.reason].includes(heading);

/** Nobody stands in it, and what stands in it heads a column. */
const isPartOfHead = ({ cells }: Row, head: Row): boolean =>
  cells.some((cell) => columnOf(cell)) &&
  head.cells.every((heading, place) => !telling.some((one) => one === columnOf(heading)) || !cells[place]);

/** What stands under a list in the column of the names. */
const isName = (text = ""): boolean =>
  text !== "" && !template.nobody.some((word) => text.replace(/\s/g, "").startsWith(word));

const cleaned = ({ number, cells }: Row): Row => ({
  number,
  cells: cells.map((cell) => clean(cell).replace(/^'/, "")),
});
const isFilled = ({ cells }: Row): boolean => cells.some((cell) => cell.trim());

/** R80, invariants 5.7: pasted back into a spreadsheet a number keeps all its digits, and nothing is computed; `readTable` takes the mark off. */
export const asText = (cell: string): string =>
  /^([=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|\d{7})/.test(cell) ? `'${cell}` : cell;
