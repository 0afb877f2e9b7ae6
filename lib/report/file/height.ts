import type { Column, Row } from "@/lib/report/file/paper";

/** One line of 10.5 points with air around it, and what each further line adds; LibreOffice and WPS grow no row by themselves. */
const oneLine = 18;
const furtherLine = 14;

/** U14: how high a row must be in points, so that no cell of it is cut. */
export function heightOf(row: Row, columns: readonly Column[]): number {
  let lines = 1;
  for (let place = 0; place < columns.length; place++) {
    const [{ kind, width }, cell] = [columns[place] as Column, row[place]];
    if (kind === "text" && typeof cell === "string") lines = Math.max(lines, linesOf(cell, width));
  }
  return forLines(lines);
}

export const heightOfHead = (columns: readonly Column[]): number =>
  forLines(Math.max(...columns.map(({ title, width }) => linesOf(title, width))));

/** A line right across all columns. */
export const heightAcross = (text: string, columns: readonly Column[]): number =>
  forLines(
    linesOf(
      text,
      columns.reduce((sum, { width }) => sum + width, 0),
    ),
  );

const forLines = (lines: number): number => oneLine + (lines - 1) * furtherLine;

/** Nearly every text fits into one line even if each of its characters takes two digits. */
const linesOf = (text: string, width: number): number =>
  text.length * 2 <= width && !text.includes("\n")
    ? 1
    : text.split("\n").reduce((lines, line) => lines + linesOfOne(digitsOf(line), width), 0);

/** Where a line breaks, a character that no longer fits and a sign that may not begin one leave up to two digits empty. */
const linesOfOne = (digits: number, width: number): number =>
  digits <= width ? 1 : Math.ceil(digits / Math.max(1, width - 2));

/** In digits of the usual font: a Han character or a full-width sign takes two, any other sign one. */
const digitsOf = (line: string): number => line.length + timesIn(line, wide) - timesIn(line, narrowPair);

const timesIn = (line: string, sign: RegExp): number => line.match(sign)?.length ?? 0;

/** A rare Han character is two units of text, and so are signs that are no wider than a digit. */
const wide = /[\u2010-\u27ff\u2e80-\ud7ff\ue000-\uffef]/g;
const narrowPair = /[\ud800-\ud83f\ud8c0-\udbff][\udc00-\udfff]/g;
