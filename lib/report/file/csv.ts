import "server-only";
import { writeCsvStream } from "hucre/csv";
import { type Cell, isDecimal, type Kind, type Paper, type Row } from "@/lib/report/file/paper";

/** The paper as text for any program: UTF-8 with its mark, so that Excel reads Chinese, and lines that end as RFC 4180 says. */
export const csvOf = (paper: Paper): AsyncIterable<Uint8Array> =>
  writeCsvStream(linesOf(paper), { bom: true, headers: false });

async function* linesOf({ mark, title, lines, columns, rows, foot }: Paper): AsyncGenerator<string[]> {
  const across = (line: string) => [harmless(line)];
  const under = (row: Row) => columns.map(({ kind }, place) => written(row[place] ?? null, kind));

  if (mark) yield across(mark);
  yield across(title);
  for (const line of lines) yield across(line);
  yield columns.map((column) => harmless(column.title));
  for await (const row of rows) yield under(row);
  for (const line of foot()) yield typeof line === "string" ? across(line) : under(line);
}

function written(cell: Cell, kind: Kind): string {
  if (cell === null) return "";
  if (kind === "text" || !isDecimal(cell)) return kept(String(cell));
  return kind === "percent" ? `${cell}%` : String(cell);
}

/** R82: a number of a paper or a person that Excel or WPS would read as a number or a day stays text, by the same mark; a day stays a day. */
const kept = (text: string): string => (numberLike.test(text) && !aDay.test(text) ? `'${text}` : harmless(text));

const numberLike = /^[\s\d.,:/+eE%-]*\d[\s\d.,:/+eE%-]*$/;
const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** Invariants 5.7: what a spreadsheet would compute, were it the beginning of a cell or of a line in it, is made plain text. */
export const harmless = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);

const formulaLike = /(^|[\r\n])(\t|\r|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
