import "server-only";
import type { Cell, Paper, Row } from "@/lib/report/file/paper";
import { type Opened, type Report, titlesOf } from "@/lib/report/sheet/report";
import { dayOfInstant } from "@/lib/value/calendar";
import { clockOfInstant } from "@/lib/value/clock";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

type Taken = { name: string; locale: Locale; at: Date; full: boolean; base: Base; passed?: Passed };

/** Told how many more rows are out. */
type Passed = (rows: number) => Promise<void>;

/** Whose paper it is: its full name, and whether it is the demo. */
export type Base = { name: string; isDemo: boolean };

/** A report as it is written down: with its words, its marks, and what is personal masked unless whole numbers were granted (R91, R93). */
export function paperOf(
  report: Report,
  opened: Opened<string>,
  { name, locale, at, full, base, passed }: Taken,
): Paper {
  const say = translatorOf(locale);
  const { title, column } = titlesOf(locale, report.kind);
  const time = `${dayOfInstant(at)} ${clockOfInstant(at)}`;
  const keys = Object.keys(report.columns);
  const marks = [
    base.isDemo && say("nav.demo"),
    opened.draft && say("report.file.draft"),
    full && say("report.file.full", { name, time }),
  ];
  const row = (cells: Partial<Record<string, Cell>>): Row => keys.map((key) => cells[key] ?? null);

  return {
    tab: title.slice(0, 31),
    mark: marks.filter(Boolean).join(say("report.file.between")) || undefined,
    title: report.permission === "report:export" ? `${base.name}${opened.official ?? opened.about}${title}` : title,
    lines: [...opened.lines, say("report.file.taken", { time, count: opened.count })],
    columns: Object.entries(report.columns).map(([key, { kind, width }]) => ({ title: column(key), kind, width })),
    rows: rowsOf(report, opened, full, passed),
    foot: () => opened.foot().map((line) => (typeof line === "string" ? line : row(line))),
    page: say("report.file.page"),
  };
}

/** What of a row goes into which column is settled once; then each row is read column by column. */
async function* rowsOf(
  { columns }: Report,
  { rows }: Opened<string>,
  full: boolean,
  passed?: Passed,
): AsyncGenerator<Row[]> {
  const cells = Object.entries(columns).map(([key, { personal }]) =>
    personal && !full
      ? (row: Cells) => (row[key] ? personal(String(row[key])) : null)
      : (row: Cells) => row[key] ?? null,
  );
  for await (const some of Symbol.iterator in rows ? [rows] : rows) {
    yield some.map((row) => cells.map((cell) => cell(row)));
    await passed?.(some.length);
  }
}

type Cells = Record<string, Cell>;
