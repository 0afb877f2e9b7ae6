import type { Column, Row } from "@/lib/report/file/paper";

/** One line of 10.5 points with air around it, and what each further line adds; LibreOffice and WPS grow no row by themselves. */
const oneLine = 18;
const furtherLine = 14;

/** U14: how high a row must be in points, so that no cell of it is cut. */
export const heightOf = (row: Row, columns: readonly Column[]): number =>
  forLines(columns.map(({ kind, width }, place) => (kind === "text" ? linesOf(String(row[place] ?? ""), width) : 1)));

export const heightOfHead = (columns: readonly Column[]): number =>
  forLines(columns.map(({ title, width }) => linesOf(title, width)));

/** A line right across all columns. */
export const heightAcross = (text: string, columns: readonly Column[]): number =>
  forLines([
    linesOf(
      text,
      columns.reduce((sum, { width }) => sum + width, 0),
    ),
  ]);

const forLines = (lines: number[]): number => oneLine + (Math.max(1, ...lines) - 1) * furtherLine;

const linesOf = (text: string, width: number): number =>
  text.split("\n").reduce((lines, line) => lines + linesOfOne(digitsOf(line), width), 0);

/** Where a line breaks, a character that no longer fits and a sign that may not begin one leave up to two digits empty. */
const linesOfOne = (digits: number, width: number): number =>
  digits <= width ? 1 : Math.ceil(digits / Math.max(1, width - 2));

/** In digits of the usual font: a Han character or a full-width sign takes two. */
const digitsOf = (line: string): number =>
  Array.from(line).reduce(
    (sum, sign) => sum + (/[\u2010-\u27ff\u2e80-\uffef]|[\u{20000}-\u{3ffff}]/u.test(sign) ? 2 : 1),
    0,
  );
