import { type CellValue, streamXlsxRows } from "hucre/xlsx";
import { attribute, elements, type Fault, Unread, unpacked } from "./parts.ts";
import { sheetOfText, textOfFile } from "./text.ts";

/** More rows than any list here, more columns, and longer than any field: what is beyond is refused or cut off, never read. */
const most = { rows: 5_000, columns: 100, characters: 2_001 };

type Read = { name?: string; hidden: boolean; rows: { number: number; cells: string[] }[] };
export type Told = { sheets: Read[] } | { fault: Fault };

/** The sheets of a file, or why it is not read. It takes what time and memory the file makes it take: `read.ts` bounds both. */
export const toldOf = (file: Uint8Array): Promise<Told> =>
  sheetsIn(file).then(
    (sheets): Told => ({ sheets }),
    (error): Told => ({ fault: error instanceof Unread ? error.fault : "BROKEN" }),
  );

async function sheetsIn(file: Uint8Array): Promise<Read[]> {
  if (startsWith(file, [0x50, 0x4b, 0x03, 0x04])) return sheetsOfBook(file);
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) {
    const isLocked = Buffer.from(file.buffer, file.byteOffset, file.length).includes(utf16("EncryptedPackage"));
    throw new Unread(isLocked ? "LOCKED" : "OLD");
  }
  if (file.length === 0) throw new Unread("BROKEN");
  const text = textOfFile(file);
  if (text === undefined) throw new Unread("OTHER");
  const rows = sheetOfText(text).rows.filter(({ cells }) => cells.some(isFilled));
  if (rows.length > most.rows) throw new Unread("TOO_LARGE");
  return [{ hidden: false, rows: rows.map(({ number, cells }) => ({ number, cells: textsOf(cells) })) }];
}

const startsWith = (file: Uint8Array, bytes: number[]): boolean => bytes.every((byte, place) => file[place] === byte);
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

async function sheetsOfBook(file: Uint8Array): Promise<Read[]> {
  const { book, sheets } = unpacked(file);
  let count = 0;
  const read: Read[] = [];
  for (const [place, { name, hidden, part }] of sheets.entries()) {
    const rows: Read["rows"] = [];
    if (!hidden)
      for await (const { index, values } of streamXlsxRows(book, { sheet: place })) {
        const cells = textsOf(values);
        if (!cells.some(isFilled)) continue;
        if (++count > most.rows) throw new Unread("TOO_LARGE");
        if (!(index >= (rows.at(-1)?.number ?? 0))) throw new Unread("BROKEN");
        rows.push({ number: index + 1, cells });
      }
    fillDown(rows, part);
    read.push({ name, hidden, rows });
  }
  return read;
}

function textsOf(values: readonly CellValue[]): string[] {
  if (values.slice(most.columns).map(textOf).some(isFilled)) throw new Unread("TOO_LARGE");
  return values.slice(0, most.columns).map(textOf);
}

const isFilled = (cell: string): boolean => cell.trim() !== "";

/** No spreadsheet shows a day beyond the year 9999. */
const afterAll = Date.UTC(10_000, 0);

/** A number of more digits than a spreadsheet keeps comes out as one, never as digits that were not typed (R80). */
function textOf(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return value.getTime() < afterAll ? value.toISOString().slice(0, 10) : "########";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return Math.abs(value) < 1e15 ? String(value) : value.toExponential();
  return String(value).slice(0, most.characters);
}

/** The merged ranges of a sheet stand behind its rows. */
const tail = 1_000_000;

/** What is merged down a column holds for each of its rows. */
function fillDown(rows: Read["rows"], part: Uint8Array): void {
  const merged = elements(new TextDecoder().decode(part.subarray(-tail)), "mergeCell").slice(0, most.rows);
  for (const said of merged) {
    const [, column, first, same, last] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(attribute(said, "ref")) ?? [];
    if (!column || column !== same) continue;
    const place = placeOf(column);
    const within = rows.filter(({ number }) => number >= Number(first) && number <= Number(last));
    const value = within[0]?.number === Number(first) ? within[0].cells[place] : undefined;
    if (value && place < most.columns) for (const { cells } of within) setAt(cells, place, value);
  }
}

const placeOf = (column: string): number =>
  [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function setAt(cells: string[], place: number, value: string): void {
  while (cells.length < place) cells.push("");
  cells[place] ||= value;
}
