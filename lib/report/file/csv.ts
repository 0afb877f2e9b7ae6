import "server-only";
import { type Cell, type Column, isDecimal, keeping, type Paper, type Row } from "@/lib/report/file/paper";

const pieceLength = 65_536;

/** The paper as text for any program: UTF-8 with its mark, so that Excel reads Chinese, and lines that end as RFC 4180 says. */
export async function* csvOf({ mark, title, lines, columns, rows, foot }: Paper): AsyncGenerator<Uint8Array> {
  const lineOf = lineIn(columns);
  const above = [...(mark ? [mark] : []), title, ...lines].map(across);
  let piece = `\uFEFF${[...above, columns.map((column) => across(column.title)).join(",")].join(end)}`;
  for await (const some of rows)
    for (const row of some) {
      piece += end + lineOf(row);
      if (piece.length < pieceLength) continue;
      yield Buffer.from(piece);
      piece = "";
    }
  for (const line of foot()) piece += end + (typeof line === "string" ? across(line) : lineOf(line));
  yield Buffer.from(piece);
}

const end = "\r\n";
const across = (line: string): string => quoted(harmless(line));

/** How a row of these columns is written. */
function lineIn(columns: readonly Column[]): (row: Row) => string {
  const cells = columns.map(cellIn);
  return (row) => {
    let line = "";
    for (let place = 0; place < cells.length; place++)
      line += (place === 0 ? "" : ",") + cells[place]?.(row[place] ?? null);
    return line;
  };
}

function cellIn({ kind }: Column): (cell: Cell) => string {
  const text = keeping((plain) => quoted(kept(plain)));
  return (cell) => {
    if (cell === null) return "";
    if (kind === "text" || !isDecimal(cell)) return text(String(cell));
    return kind === "percent" ? `${cell}%` : String(cell);
  };
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** R82: a number of a paper or a person that Excel or WPS would read as a number or a day stays text, by the same mark; a day stays a day. */
const kept = (text: string): string => (numberLike.test(text) && !aDay.test(text) ? `'${text}` : harmless(text));

const numberLike = /^[\s\d.,:/+eE%-]*\d[\s\d.,:/+eE%-]*$/;
const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** Invariants 5.7: what a spreadsheet would compute, were it the beginning of a cell or of a line in it, is made plain text. */
export const harmless = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);

const formulaLike = /(^|[\r\n])(\t|\r|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
