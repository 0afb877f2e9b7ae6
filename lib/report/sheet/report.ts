import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import type { Cell, Kind } from "@/lib/report/file/paper";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/**
 * What a report is. Adding one is one file, one line in `list.ts` and its words under `report.kinds` in both languages:
 *
 *     export const markSheet = report({
 *       kind: "marks",                              // its address: /reports/files/marks.xlsx?cohort=…
 *       permission: "report:export",                // or "fund:export": /fund/files/…
 *       filter: z.object({ cohort: id }),           // what the address must hold, and nothing else; never of a person (R95)
 *       columns: {                                  // in this order; their words are report.kinds.marks.columns.*
 *         number: { kind: "number", width: 6 },
 *         idNumber: { kind: "text", width: 20, personal: maskIdNumber },
 *       },
 *       async open(tx, { cohort }, asker) {         // all in one read-only transaction (I25); null: there is no such record
 *         return { about: "2018年第2期", screen: `/cohorts/${cohort}`, lines: […], draft: false, count, rows: …, foot: () => [{ number: "合计" }, "填表人：…"] };
 *       },
 *     });
 *
 * `rows` are read while the file is written: give them through `inBatches` where there may be thousands, and look up the words of a
 * column once (`wordFor`). What is `personal` is given whole and masked on its way out, unless whole numbers were granted (R91, R93).
 * Sums are decimals in text (`decimalWan`).
 */
export type Report = {
  kind: string;
  permission: "report:export" | "fund:export" | "audit:view";
  filter: z.ZodObject;
  columns: Record<string, ReportColumn>;
  open(tx: Tx, filter: Record<string, unknown>, asker: Asker): Promise<Opened<string> | null>;
};

export type ReportColumn = { kind: Kind; width: number; personal?: (whole: string) => string };

/** For whom a report is made: the language of its words, and the day it is for him. */
export type Asker = Pick<Actor, "today" | "locale">;

/** What was found: in the file's name after the report's own (a cohort, a year; never a person, U14), above, in and under the table. */
export type Opened<Key extends string> = {
  about: string;
  /** As the title of a paper says it after the name of the base: 2018年第1期（中式烹调）; where `about` does not say it all. */
  official?: string;
  /** The page that shows the same. */
  screen: string;
  lines: string[];
  /** Marked 草稿, because what it is about is not settled yet (R53). */
  draft?: boolean;
  count: number;
  /** All at hand, or some at a time. */
  rows: AsyncIterable<readonly Record<Key, Cell>[]> | readonly Record<Key, Cell>[];
  foot: () => (Partial<Record<Key, Cell>> | string)[];
};

type Definition<Key extends string, Shape extends z.ZodObject> = Omit<Report, "filter" | "columns" | "open"> & {
  filter: Shape;
  columns: Record<Key, ReportColumn>;
  open(tx: Tx, filter: z.output<Shape>, asker: Asker): Promise<Opened<Key> | null>;
};

/** Keeps the columns of the rows to those of the report; afterwards one report is like another. */
export const report = <Key extends string, Shape extends z.ZodObject>(definition: Definition<Key, Shape>): Report =>
  definition as Report;

/** 序号 from 1, in the order in which they come, before the other cells of each; some at a time, as they come. */
export async function* numbered<One, Cells extends object>(
  batches: AsyncIterable<readonly One[]>,
  cellsOf: (one: One) => Cells,
) {
  let number = 0;
  for await (const some of batches) yield some.map((one) => ({ number: ++number, ...cellsOf(one) }));
}

/** A word for each value of a column, looked up once for all its rows. */
export const wordFor = <Key extends string>(
  keys: Record<string, Key>,
  say: (key: Key) => string,
): Record<Key, string> => Object.fromEntries(Object.values(keys).map((key) => [key, say(key)])) as Record<Key, string>;

/** Words under a key that only the report knows: its title, its columns. */
export function titlesOf(locale: Locale, kind: string) {
  const say = translatorOf(locale) as unknown as (key: string) => string;
  return {
    title: say(`report.kinds.${kind}.title`),
    column: (key: string) => say(`report.kinds.${kind}.columns.${key}`),
  };
}
