import { Refusal } from "@/lib/refusal/refusal";
import { type Meanings, readCells, type Values } from "@/lib/roster-import/rules/cells";
import type { Column } from "@/lib/roster-import/rules/columns";
import { type At, type Line, readTable } from "@/lib/roster-import/rules/table";
import { mostLines } from "@/lib/roster-import/schema";
import { toldOf } from "@/lib/workbook/book";
import { foundIn, readWorkbook } from "@/lib/workbook/read";

type Found = Awaited<ReturnType<typeof readWorkbook>>;

/** The sheets of a file as the portal reads it, in a thread of its own, or its refusal. */
export const open = (file: Uint8Array): Promise<Found | Refusal> => readWorkbook(file, "file").catch(refusalOnly);

/** The same without the thread, for a file that means no harm. */
export const openHere = async (file: Uint8Array): Promise<Found | Refusal> =>
  toldOf(file)
    .then((told) => foundIn(told, "file"))
    .catch(refusalOnly);

function refusalOnly(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

/** What the portal makes of a file, written as `report` writes what it has to make of it. */
export function tell(found: Found | Refusal): string[] {
  if (found instanceof Refusal) return [String(found.figures.case)];
  const table = readTable(found.sheets, found.hidden);
  if (!table) return ["ROSTER_HEADLESS"];
  if (table.lines.length === 0) return ["ROSTER_EMPTY"];
  if (table.lines.length > mostLines) return ["ROSTER_LONG"];

  const named = { unread: table.unread, left: table.left.map(sayAt), sheets: table.headless };
  return [
    table.columns.join(" "),
    ...Object.entries(named).flatMap(([what, names]) => (names.length > 0 ? [`${what}: ${names.join(" ")}`] : [])),
    ...table.lines.map((line) => sayLine(line, table.columns)),
  ];
}

const sayAt = ({ sheet, row }: At): string => (sheet ? `${sheet}!${row}` : String(row));

/** A cell, what is read out of it where that is something else, and what is wrong with it. */
function sayLine({ at, cells }: Line, columns: Column[]): string {
  const { values, faults } = readCells(cells, meanings);
  const said = columns.map((column) => {
    const text = cells.get(column) ?? "";
    const value = values[column === "village" ? "villageCode" : (column as keyof Values)];
    const fault = faults.find((one) => one.column === column);
    const read = value === undefined || String(value) === text ? "" : `→${value}`;
    return `${text}${read}${fault ? `!${fault.message}` : ""}`;
  });
  return [sayAt(at), ...said].join(" | ");
}

const meanings: Meanings = {
  codes: {
    ethnicity: new Map([["藏", "04"]]),
    education: new Map([["初中", "70"]]),
    category: new Map([["农村转移就业劳动者", "NZY"]]),
  },
  villagesOf: (township, village) =>
    village !== "瓦卡村" ? [] : township ? ["513338101201"] : ["513338101201", "513338102201"],
};
