import readXlsxFile from "read-excel-file/node";
import type { Sheet } from "@/lib/workbook/sheet";

type Filled = { name: string | undefined; rows: Record<string, string[]> };

/** What another library reads in a workbook, written as `filledIn` writes what ours does; undefined where it reads nothing. */
export async function readOtherwise(file: Uint8Array): Promise<Filled[] | undefined> {
  const sheets = await readXlsxFile(Buffer.from(file), { trim: false }).catch(() => undefined);
  return sheets?.map(({ sheet, data }) =>
    filledIn({ name: sheet, rows: data.map((cells, at) => ({ number: at + 1, cells: cells.map(textOf) })) }),
  );
}

/** The rows in which something stands, by their numbers, as far as it does. */
export const filledIn = ({ name, rows }: Sheet): Filled => ({
  name,
  rows: Object.fromEntries(
    rows.flatMap(({ number, cells }) => {
      const last = cells.findLastIndex((cell) => cell.trim());
      return last < 0 ? [] : [[number, cells.slice(0, last + 1)] as const];
    }),
  ),
});

function textOf(value: unknown): string {
  if (value instanceof Date) return value.getUTCFullYear() < 10_000 ? value.toISOString().slice(0, 10) : "########";
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "number") return Math.abs(value) < 1e15 ? String(value) : value.toExponential();
  return String(value ?? "");
}
