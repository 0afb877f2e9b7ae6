/** What a column's cells are: text (numbers of papers and persons too), whole numbers, sums in 万元, parts of a hundred, or points. */
export type Kind = "text" | "number" | "amount" | "percent" | "mark";

export type Column = { title: string; kind: Kind; width: number };

/** Numbers that must stay exact come as decimals in text, `3033.41`: no sum passes through floating point (R60). */
export type Cell = string | number | null;

/** One cell a column, in their order. */
export type Row = readonly Cell[];

/** A table as it leaves the portal, whatever the format; all its words are given, in the language of whoever takes it. */
export type Paper = {
  /** The name on the sheet's tab. */
  tab: string;
  /** Stands above everything and on every printed page: 草稿, or who took whole numbers and when (R53, R93). */
  mark?: string | undefined;
  title: string;
  /** Under the title: what is meant, as of when, in which unit (U14). */
  lines: string[];
  columns: Column[];
  /** Some at a time: each wait costs more than a row. */
  rows: AsyncIterable<readonly Row[]>;
  /** Asked for after the last row: sums under their columns, and lines right across. */
  foot: () => readonly (Row | string)[];
  /** Under every printed page, `&P` of `&N` (R83). */
  page: string;
};

/** Rows of a list say the same again and again, one below the other: what the text before became is kept. */
export function keeping<Written>(write: (text: string) => Written): (text: string) => Written {
  let [last, written]: [string?, Written?] = [];
  return (text) => {
    if (text !== last || written === undefined) [last, written] = [text, write(text)];
    return written;
  };
}

/** What stands in a cell of a number's column as a number: never in the notation of floating point. */
export const isDecimal = (cell: Cell): cell is string | number => /^-?\d{1,18}(\.\d{1,6})?$/.test(String(cell));
