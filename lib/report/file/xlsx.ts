import "server-only";
import { bookOf, declaration, escaped, sheetNames, styles } from "@/lib/report/file/book";
import { heightAcross, heightOf, heightOfHead } from "@/lib/report/file/height";
import { margins, pagesOf } from "@/lib/report/file/pages";
import { type Cell, type Column, isDecimal, type Kind, keeping, type Paper, type Row } from "@/lib/report/file/paper";
import { zipped } from "@/lib/report/file/zip";

/** The paper as a workbook, piece by piece: never more of it in memory than is on its way; the book stands before the first row is read. */
export async function* xlsxOf(paper: Paper): AsyncGenerator<Uint8Array> {
  const header = aboveOf(paper).length + 1;
  yield* zipped([
    ...Object.entries(bookOf(paper.tab, header)).map(([name, text]) => ({ name, pieces: [Buffer.from(text)] })),
    { name: "xl/worksheets/sheet1.xml", pieces: sheetOf(paper, header) },
  ]);
}

/** What stands right across above the table, with its look and its height. */
const aboveOf = ({ mark, title, lines, columns }: Paper) => [
  ...(mark ? [{ text: mark, style: styles.mark, height: heightAcross(mark, columns) }] : []),
  { text: title, style: styles.title, height: heightOfTitle },
  ...lines.map((text) => ({ text, style: styles.line, height: heightAcross(text, columns) })),
];

/** One line of 16 points. */
const heightOfTitle = 28;
/** Above a line under the table, where a name is signed or a seal is set. */
const roomToSign = 6;
const pieceLength = 65_536;

async function* sheetOf(paper: Paper, header: number): AsyncGenerator<Uint8Array> {
  const { columns, rows, foot } = paper;
  const [cells, sums] = [lineOf(columns, styles.cells), lineOf(columns, styles.sums)];
  const head = heightOfHead(columns);
  const above = aboveOf(paper).reduce((sum, { height }) => sum + height, 0);
  const pages = pagesOf(columns, { above, head });
  let number = header + 1;
  let piece = headOf(paper, header);
  for await (const some of rows)
    for (const row of some) {
      pages.add(number, heightOf(row, columns));
      piece += cells(row, number++);
      if (piece.length < pieceLength) continue;
      yield Buffer.from(piece);
      piece = "";
    }
  let end = 0;
  for (const said of foot()) {
    const height = typeof said === "string" ? roomToSign + heightAcross(said, columns) : heightOf(said, columns);
    piece +=
      typeof said === "string" ? rowOf(number, height, textOf(said, `A${number}`, styles.plain)) : sums(said, number);
    end += height;
    number++;
  }
  yield Buffer.from(piece + tailOf(paper, header, pages.end(end)));
}

/** U14: the sheet to its first row: the filter and the names of the columns stay in sight while the rows move. */
function headOf(paper: Paper, header: number): string {
  const { columns } = paper;
  const above = aboveOf(paper).map(({ text, style, height }, row) =>
    rowOf(row + 1, height, textOf(text, `A${row + 1}`, style)),
  );
  const head = columns.map(({ title }, place) => textOf(title, `${letterOf(place)}${header}`, styles.head));
  const widths = columns.map(
    ({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${declaration}<worksheet ${sheetNames}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">`,
    `<pane ySplit="${header}" topLeftCell="A${header + 1}" state="frozen" activePane="bottomLeft"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join("")}</cols><sheetData>${above.join("")}`,
    rowOf(header, heightOfHead(columns), head.join("")),
  ].join("");
}

/** R83: A4 on its side, as wide as the page, pages numbered; the margins of U15, in inches: 18 mm above, 16 below, 14 at the sides. */
function tailOf({ columns, mark, page }: Paper, header: number, { high, breaks }: Pages): string {
  const last = letterOf(columns.length - 1);
  const { left, right, top, bottom } = margins;
  const foot = `&amp;C${escaped(page)}`;
  const merged = Array.from({ length: header - 1 }, (_, row) => `<mergeCell ref="A${row + 1}:${last}${row + 1}"/>`);
  return [
    `</sheetData><mergeCells count="${merged.length}">${merged.join("")}</mergeCells><printOptions horizontalCentered="1"/>`,
    `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="${high}"/>`,
    // The first page has the mark above its title already.
    `<headerFooter differentFirst="1">${mark ? `<oddHeader>&amp;C${escaped(mark.replaceAll("&", "&&"))}</oddHeader>` : ""}`,
    `<oddFooter>${foot}</oddFooter><firstFooter>${foot}</firstFooter></headerFooter>`,
    breaks.length > 0
      ? `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map(breakAt).join("")}</rowBreaks>`
      : "",
    "</worksheet>",
  ].join("");
}

type Pages = ReturnType<ReturnType<typeof pagesOf>["end"]>;

/** Behind a row. */
const breakAt = (row: number): string => `<brk id="${row}" max="16383" man="1"/>`;

/** How a row of these columns is written: what is the same of every row is made once. */
function lineOf(columns: readonly Column[], looks: Record<Kind, number>): (row: Row, number: number) => string {
  const cells = columns.map(({ kind }, place) => cellIn(kind, letterOf(place), looks[kind]));
  return (row, number) => {
    let line = "";
    for (let place = 0; place < cells.length; place++) line += cells[place]?.(row[place] ?? null, number);
    return rowOf(number, heightOf(row, columns), line);
  };
}

function cellIn(kind: Kind, letter: string, style: number): (cell: Cell, number: number) => string {
  const text = keeping((said) => insideOf(said, style));
  return (cell, number) => {
    if (cell === null || cell === "") return `<c r="${letter}${number}" s="${style}"/>`;
    if (kind !== "text" && isDecimal(cell)) return `<c r="${letter}${number}" s="${style}"><v>${cell}</v></c>`;
    return `<c r="${letter}${number}"${text(String(cell))}`;
  };
}

const rowOf = (number: number, height: number, cells: string): string =>
  `<row r="${number}" ht="${height}" customHeight="1">${cells}</row>`;

const textOf = (text: string, at: string, style: number): string => `<c r="${at}"${insideOf(text, style)}`;

/** Text is written as text, whatever it looks like: only `<f>` is computed, and there is none (invariants 5.7). */
const insideOf = (text: string, style: number): string =>
  ` s="${style}" t="inlineStr"><is><t${blank.test(text) ? ' xml:space="preserve"' : ""}>${escaped(text)}</t></is></c>`;

/** What XML might take for its own white space. */
const blank = /^[ \t\r\n]|[ \t\r\n]$|[\t\r\n]| {2}/;

/** A, B, … Z: no report has more columns, and a test says so. */
const letterOf = (place: number): string => String.fromCharCode(65 + place);
