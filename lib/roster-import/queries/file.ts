import "server-only";
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { isInForce, listCodeItems } from "@/lib/code/queries/items";
import { listVillages } from "@/lib/place/queries";
import { type Column, columns, headingOf, required } from "@/lib/roster-import/rules/columns";
import template from "@/lib/roster-import/template.json" with { type: "json" };
import type { Day } from "@/lib/value/calendar";

/** A line that goes back, and what is wrong with it. */
export type Back = { cells: ReadonlyMap<Column, string>; reason: string };

const { sheets, guide } = template;
/** What is typed stays as it is typed: a number keeps its digits (R80). */
const asText: CellStyle = { numFmt: "@" };
const head: CellStyle = {
  ...asText,
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF4" } },
  alignment: { wrapText: true, vertical: "center" },
};
const rowsToFill = 500;
const mostRows = 2_000;
const wide: Partial<Record<Column, number>> = { idNumber: 22, category: 22, phone: 15, villageContact: 14, note: 24 };

/** The template of a roster as a workbook: columns of text, drop-downs out of the code tables in force, and how to fill it in (R80). */
export const rosterTemplate = (today: Day): Promise<Uint8Array> => rosterFile(today, []);

/** The same with lines that could not be taken in, each with the reason in the last column, to be mended and sent again. */
export async function rosterFile(today: Day, back: Back[]): Promise<Uint8Array> {
  const lists = await listWords(today);
  const headings = [...columns.map(titleOf), ...(back.length > 0 ? [template.reason] : [])];
  const lines = back.map(({ cells, reason }) => [...columns.map((column) => cells.get(column) ?? ""), reason]);
  const list: WriteSheet = {
    name: sheets.list,
    columns: [...columns.map((column) => ({ width: wide[column] ?? 12 })), { width: 60 }],
    rows: [headings, ...lines],
    cells: styled([headings, ...lines]),
    freezePane: { rows: 1 },
    dataValidations: Object.keys(lists).map((column, place) => ({
      type: "list",
      formula1: `${sheets.words}!$${letter(place)}$1:$${letter(place)}$${lists[column as Column]?.length}`,
      range: `${letter(columns.indexOf(column as Column))}2:${letter(columns.indexOf(column as Column))}${mostRows + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "warning",
    })),
  };
  const words: WriteSheet = { name: sheets.words, veryHidden: true, rows: across(Object.values(lists)) };
  return writeXlsx({ sheets: [list, guideSheet(), words] });
}

async function listWords(today: Day): Promise<Partial<Record<Column, string[]>>> {
  const kinds = { ethnicity: "ETHNICITY", education: "EDUCATION", category: "TRAINEE_CATEGORY" } as const;
  const [ethnicity, education, category] = await Promise.all(
    Object.values(kinds).map(async (kind) =>
      (await listCodeItems(kind)).filter((item) => isInForce(item, today)).map(({ zh }) => zh ?? ""),
    ),
  );
  const villages = await listVillages(today);
  const named = (names: string[]) => [...new Set(names)];
  return {
    sex: [template.male[0] ?? "", template.female[0] ?? ""],
    ethnicity: ethnicity ?? [],
    education: education ?? [],
    category: category ?? [],
    township: named(villages.map(({ township }) => township.name)),
    village: named(villages.map(({ name }) => name)),
    registeredPoor: [template.yes[0] ?? "", template.no[0] ?? ""],
  };
}

/** What nobody may leave out is marked. */
const titleOf = (column: Column): string =>
  required.some((one) => one === column) ? `${headingOf(column)}*` : headingOf(column);

function styled(rows: string[][]): WriteSheet["cells"] {
  const width = Math.max(...rows.map(({ length }) => length));
  const all = Array.from({ length: Math.max(rowsToFill, rows.length) }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const style = row === 0 ? head : asText;
      return [`${row},${column}`, { value: rows[row]?.[column] ?? null, style }] as const;
    }),
  );
  return new Map(all.flat());
}

function guideSheet(): WriteSheet {
  const said = (column: Column) => [
    headingOf(column),
    required.some((one) => one === column) ? guide.required : "",
    guide.how[column],
    guide.example[column],
  ];
  const rows: CellValue[][] = [
    [guide.title.replace("{version}", template.version)],
    ...guide.lines.map((line) => [line]),
    [],
    guide.head,
    ...columns.map(said),
  ];
  return { name: sheets.guide, columns: [14, 12, 58, 24].map((width) => ({ width })), rows };
}

const letter = (place: number): string => String.fromCharCode(65 + place);

/** Lists of unequal length beside each other. */
const across = (lists: string[][]): CellValue[][] =>
  Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, row) =>
    lists.map((list) => list[row] ?? null),
  );
