import { markOf } from "@/lib/attendance/rules";
import type { AttendanceMark } from "@/prisma/generated/enums";

/** How each mark is written in the reader's language, and what it may be typed as in any. */
export type Signs = { written: Record<AttendanceMark, string>; texts: ReadonlyMap<string, AttendanceMark> };

/** The cells of the sheet are inputs that React does not control: two thousand of them would not be drawn anew at each key. */
export const isCell = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.matches("td .cell");

/** Writes what was typed, pasted or filled in: the sign of the mark it stands for, or the text itself, to be seen and mended. */
export function put(cell: HTMLInputElement, text: string, signs: Signs): void {
  const mark = markOf(text, signs.texts);
  cell.value = mark ? signs.written[mark] : text.trim();
  const changed = cell.value !== cell.defaultValue;
  cell.toggleAttribute("data-changed", changed);
  if (changed && !mark) cell.setAttribute("aria-invalid", "true");
  else cell.removeAttribute("aria-invalid");
}

/** A mark that stands is corrected, never taken away: an emptied cell is what it was. */
export function restore(cell: HTMLInputElement, signs: Signs): void {
  put(cell, cell.defaultValue, signs);
}

/** A block from a spreadsheet, its upper left on this cell; blank ones leave theirs alone. What found no cell of its own is told by place. */
export function paste(from: HTMLInputElement, block: string, signs: Signs) {
  const at = from.closest("td");
  const rows = block.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const told = { placed: 0, lost: [] as string[], outside: 0 };
  let row = at?.parentElement as HTMLTableRowElement | null;
  for (const line of rows.split("\n")) {
    for (const [n, text] of line.split("\t").entries()) {
      if (!text.trim()) continue;
      const place = row?.cells[(at?.cellIndex ?? 0) + n];
      const cell = place?.querySelector<HTMLInputElement>("input.cell");
      if (cell) {
        put(cell, text, signs);
        told.placed += 1;
      } else if (place) {
        if (markOf(text, signs.texts) !== markOf(place.textContent ?? "", signs.texts))
          told.lost.push(nameOf(place, text));
      } else told.outside += 1;
    }
    row = (row?.nextElementSibling ?? null) as HTMLTableRowElement | null;
  }
  return told;
}

/** Everybody in this column who has no mark yet: there, or on the leave that was granted. */
export function fill(table: HTMLTableElement, column: number, signs: Signs): void {
  for (const row of table.tBodies[0]?.rows ?? []) {
    const cell = row.cells[column]?.querySelector<HTMLInputElement>("input.cell");
    if (cell && cell.value === "") put(cell, cell.dataset.leave ?? "√", signs);
  }
}

/** By row and column, as a reader finds it. */
export function nameOf(place: HTMLTableCellElement, text: string): string {
  const row = place.parentElement as HTMLTableRowElement;
  const head = place.closest("table")?.tHead?.rows[0]?.cells[place.cellIndex];
  return `${row.dataset.name} ${head?.dataset.at ?? ""} “${text}”`;
}

/** Every cell that was changed, by lesson, as the form sends it. */
export function changesOf(table: HTMLTableElement): string[] {
  const columns = new Map<string, { traineeId: string; seen: number; text: string }[]>();
  for (const cell of changedIn(table)) {
    const place = cell.closest("td") as HTMLTableCellElement;
    const lessonId = table.tHead?.rows[0]?.cells[place.cellIndex]?.dataset.lesson ?? "";
    const traineeId = (place.parentElement as HTMLTableRowElement).dataset.person ?? "";
    const line = { traineeId, seen: Number(cell.dataset.seen), text: cell.value.slice(0, 40) };
    columns.set(lessonId, [...(columns.get(lessonId) ?? []), line]);
  }
  return [...columns].map(([lessonId, lines]) => JSON.stringify({ lessonId, lines }));
}

export const changedIn = (table: HTMLTableElement) => [
  ...table.querySelectorAll<HTMLInputElement>("input.cell[data-changed]"),
];

/** Cells whose text is no mark, by name. */
export const wrongIn = (table: HTMLTableElement): string[] =>
  changedIn(table)
    .filter((cell) => cell.hasAttribute("aria-invalid"))
    .map((cell) => nameOf(cell.closest("td") as HTMLTableCellElement, cell.value));
