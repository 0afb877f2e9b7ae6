import { strToU8, type Zippable, zipSync } from "fflate";

/** A cell: text as a shared string, a number, nothing, or what stands in its element word for word. */
export type Cell = string | number | null | Raw;
type Raw = { said: string; inside: string };
export type Row = Cell[] | { number?: number; said?: string; cells: Cell[] };
export type RawSheet = { name?: string; said?: string; rows: Row[] | string; above?: string; below?: string };
export type Raws = {
  sheets: RawSheet[];
  /** Formats of numbers by their place from 1: a code of their own, or the number of one that every program knows. */
  formats?: (string | number)[];
  /** Phonetic and rich strings, named by `shared`. */
  strings?: string[];
  properties?: string;
  /** What lies in the archive beside the list, or instead of a part of it. */
  parts?: Parts;
  relations?: string;
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook letter by letter, as programs write it that no library of ours is. */
export const rawBook = (raws: Raws): Uint8Array => zipped(rawParts(raws));

type Parts = Record<string, string | Uint8Array | undefined>;

/** The same in its parts, to be changed. */
export function rawParts({ sheets, formats = [], strings = [], properties = "", parts, relations = "" }: Raws): Parts {
  const shared = [...strings];
  const place = (text: string) => shared.push(`<si><t xml:space="preserve">${escaped(text)}</t></si>`) - 1;
  const written = sheets.map(
    ({ rows, above = "", below = "" }) =>
      `${declared}<worksheet xmlns="${main}">${above}<sheetData>${
        typeof rows === "string" ? rows : rows.map((row, at) => rowXml(row, at + 1, place)).join("")
      }</sheetData>${below}</worksheet>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name = `表${sheets.length}`, said = "" }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" ${said} r:id="rId${at + 1}"/>`,
  );
  return {
    "[Content_Types].xml": `${declared}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relationships(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${declared}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${properties}/><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      [
        ...sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)),
        relation("strings", "sharedStrings", "sharedStrings.xml"),
        relation("styles", "styles", "styles.xml"),
        relations,
      ].join(""),
    ),
    "xl/sharedStrings.xml": `${declared}<sst xmlns="${main}">${shared.join("")}</sst>`,
    "xl/styles.xml": stylesXml(formats),
    ...Object.fromEntries(written.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
    ...parts,
  };
}

/** The parts in an archive; one that is undefined is left out. */
export function zipped(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts))
    if (part !== undefined) files[name] = typeof part === "string" ? strToU8(part) : part;
  return zipSync(files, { level: 6 });
}

export const relationships = (inside: string): string =>
  `${declared}<Relationships xmlns="${packages}/relationships">${inside}</Relationships>`;

const stylesXml = (formats: (string | number)[]) => {
  const own = formats.filter((format) => typeof format === "string");
  const codes = own.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
  const ids = formats.map((format) => (typeof format === "number" ? format : 164 + own.indexOf(format)));
  return `${declared}<styleSheet xmlns="${main}"><numFmts>${codes.join("")}</numFmts><cellXfs>${[0, ...ids]
    .map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`)
    .join("")}</cellXfs></styleSheet>`;
};

function rowXml(row: Row, at: number, place: (text: string) => number): string {
  const { number = at, said = "", cells } = Array.isArray(row) ? { cells: row } : row;
  const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${number}`, place)).join("");
  return `<row r="${number}" ${said}>${inside}</row>`;
}

function cellXml(cell: Cell, at: string, place: (text: string) => number): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${at}" t="s"><v>${place(cell)}</v></c>`;
  return `<c r="${at}" ${cell.said}>${cell.inside}</c>`;
}

/** A number shown by the format of this place. */
export const shown = (value: number, format = 1): Raw => ({ said: `s="${format}"`, inside: `<v>${value}</v>` });
export const shared = (at: number): Raw => ({ said: 't="s"', inside: `<v>${at}</v>` });
export const inline = (text: string): Raw => ({ said: 't="inlineStr"', inside: `<is><t>${escaped(text)}</t></is>` });
export const raw = (said: string, inside: string): Raw => ({ said, inside });
export const merges = (...ranges: string[]): string =>
  `<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const letters = (place: number): string =>
  (place >= 26 ? letters(Math.floor(place / 26) - 1) : "") + String.fromCharCode(65 + (place % 26));
