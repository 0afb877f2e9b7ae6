/** Of a file that somebody sends; a list of two thousand people is a tenth of a megabyte. */
export const mostFileBytes = 10 * 1024 * 1024;

/** A row of a sheet, numbered from 1 as its program numbers it; cells are text, an empty one is "". */
export type Row = { number: number; cells: readonly string[] };

/** A table as somebody keeps it: a sheet of a workbook, or what was pasted or sent as text, which has no name. */
export type Sheet = { name?: string; rows: readonly Row[] };
