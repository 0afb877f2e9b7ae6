import { type Column, columnOf, telling } from "@/lib/roster-import/rules/columns";
import { type Head, headOf } from "@/lib/roster-import/rules/head";
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
  /** Sheets that are not read: hidden, or without a head where none before them had one. Those of our template are not named. */
  headless: string[];
};

/** Somebody stands in a sheet without a head where a number stands in its place. */
const hasNumber = (cell = ""): boolean => /\d{6}/.test(cell);

/** A list out of its sheets; one that has no head goes on under that of the sheet before. Undefined where no row heads a name and a number. */
export function readTable(sheets: readonly Sheet[], hidden: readonly string[] = []): Table | undefined {
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
  const ours = [template.sheets.guide, template.sheets.words];
  return head && { ...table, headless: [...table.headless, ...hidden].filter((name) => !ours.includes(name)) };
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
    if (isSomebody(found, cells)) table.lines.push({ number: before + number, at, cells });
    else if (found.some(Boolean)) table.left.push(at);
  }
}

/** A name or a number stands there, and the row is no sum and no signature. */
function isSomebody(found: readonly string[], cells: Line["cells"]): boolean {
  const said = telling.map((one) => cells.get(one) ?? "");
  if (!hasNumber(cells.get("idNumber")) && [found.find(Boolean), ...said].some(isNobody)) return false;
  return said.some((text) => text && !isLost(text));
}

const isNobody = (text = ""): boolean => template.nobody.some((word) => text.replace(/\s/g, "").startsWith(word));

/** What a spreadsheet writes where a formula leads nowhere. */
const isLost = (text: string): boolean => /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(text);

const cleaned = ({ number, cells }: Row): Row => ({
  number,
  cells: cells.map((cell) => clean(cell).replace(/^'/, "")),
});
const isFilled = ({ cells }: Row): boolean => cells.some((cell) => cell.trim());

/** R80, invariants 5.7: pasted back into a spreadsheet a number keeps all its digits, and nothing is computed; `readTable` takes the mark off. */
export const asText = (cell: string): string =>
  /^([=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|\d{7})/.test(cell) ? `'${cell}` : cell;
