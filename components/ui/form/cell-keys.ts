import type { KeyboardEvent } from "react";
import { isComposing } from "@/components/ui/shortcut";

const steps: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * In a table of inputs the arrow keys and Enter go up and down in a column as in a spreadsheet, and sideways where a cell holds one sign
 * and no text to walk in. True where the key was one of them. Ctrl+Enter saves; nothing moves while a Chinese word is being composed (U35).
 */
export function moveAmongCells(event: KeyboardEvent<HTMLTableElement>, { sideways = false } = {}): boolean {
  const step = steps[event.key];
  const from = event.target;
  if (!step || event.ctrlKey || event.metaKey || isComposing(event.nativeEvent)) return false;
  if (!(from instanceof HTMLInputElement) || !from.matches("td .cell") || (step[1] !== 0 && !sideways)) return false;

  event.preventDefault();
  const next = nextCell(from, step);
  next?.focus();
  next?.select();
  return true;
}

/** The nearest input that way; what stands between without one is passed over. */
function nextCell(from: HTMLInputElement, [down, right]: [number, number]): HTMLInputElement | null {
  const at = from.closest("td");
  let row = at?.parentElement as HTMLTableRowElement | null;
  let column = at?.cellIndex ?? 0;
  while (row) {
    if (down !== 0)
      row = (down > 0 ? row.nextElementSibling : row.previousElementSibling) as HTMLTableRowElement | null;
    column += right;
    const cell = row?.cells[column];
    if (!cell) return null;
    const found = cell.querySelector<HTMLInputElement>("input.cell");
    if (found) return found;
  }
  return null;
}
