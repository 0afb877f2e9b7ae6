import { type Column, columnOf, telling } from "@/lib/roster-import/rules/columns";
import template from "@/lib/roster-import/template.json" with { type: "json" };
import type { Row } from "@/lib/workbook/sheet";

/** In which place each column stands, which headings are none, and the number of the last row of the head. */
export type Head = { places: ReadonlyMap<Column, number>; unread: string[]; below: number };

/** How far down the head may stand: under a title and a remark. */
const deepest = 10;

/** What a sheet is headed by; a row below it names what the head leaves open, as the parts of a heading across several columns. */
export function headOf(rows: Row[]): Head | undefined {
  const at = rows.slice(0, deepest).findIndex(({ cells }) => telling.every((one) => cells.map(columnOf).includes(one)));
  const [head, second] = [rows[at], rows[at + 1]];
  if (!head) return undefined;

  const isSecond = second?.number === head.number + 1 && isPartOfHead(second, head);
  const places = new Map<Column, number>();
  const unread: string[] = [];
  const width = Math.max(head.cells.length, isSecond ? second.cells.length : 0);
  for (let place = 0; place < width; place++) {
    const said = saidAt(place, head.cells, isSecond ? second.cells : []);
    const column = said.map(columnOf).find(Boolean);
    if (column && !places.has(column)) places.set(column, place);
    else if (said[0] && !said.some(isSilent)) unread.push(said[0].slice(0, 20));
  }
  return { places, unread, below: isSecond ? second.number : head.number };
}

/** A heading over a column: a part of the group that stands above it or to the left, such as a guardian's telephone, or alone. */
function saidAt(place: number, head: readonly string[], second: readonly string[]): string[] {
  const part = second[place] ?? "";
  const group = head[place] || (part && head.slice(0, place).findLast(Boolean)) || "";
  return [part && group !== part ? group + part : "", part, head[place] ?? ""].filter(Boolean);
}

/** Numbers of lines, and what we wrote into a list that went back. */
const isSilent = (heading: string): boolean => [...template.numbering, template.reason].includes(heading);

/** Nobody stands in it, and what stands in it heads a column. */
const isPartOfHead = ({ cells }: Row, head: Row): boolean =>
  cells.some((cell) => columnOf(cell)) &&
  head.cells.every(
    (heading, place) => !telling.some((one) => one === columnOf(heading)) || ["", heading].includes(cells[place] ?? ""),
  );
