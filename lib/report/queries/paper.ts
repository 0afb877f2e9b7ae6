import "server-only";
import { dayOfInstant } from "@/lib/calendar";
import { clockOfInstant } from "@/lib/clock";
import type { Opened, Report } from "@/lib/report/queries/report";
import { titlesOf, wordsOf } from "@/lib/report/queries/words";
import type { Cell, Paper, Row } from "@/lib/sheet/paper";
import type { Locale } from "@/lib/wording/locale";

type Taken = { name: string; locale: Locale; at: Date; full: boolean };

/** A report as it is written down: with its words, its marks, and what is personal masked unless whole numbers were granted (R91, R93). */
export function paperOf(report: Report, opened: Opened<string>, { name, locale, at, full }: Taken): Paper {
  const say = wordsOf(locale);
  const { title, column } = titlesOf(locale, report.kind);
  const time = `${dayOfInstant(at)} ${clockOfInstant(at)}`;
  const keys = Object.keys(report.columns);
  const marks = [opened.draft && say("report.file.draft"), full && say("report.file.full", { name, time })];
  const row = (cells: Partial<Record<string, Cell>>): Row => keys.map((key) => cells[key] ?? null);

  return {
    tab: title.slice(0, 31),
    mark: marks.filter(Boolean).join(say("report.file.between")) || undefined,
    title,
    lines: [...opened.lines, say("report.file.taken", { time, count: opened.count })],
    columns: Object.entries(report.columns).map(([key, { kind, width }]) => ({ title: column(key), kind, width })),
    rows: rowsOf(report, opened, full, row),
    foot: () => opened.foot().map((line) => (typeof line === "string" ? line : row(line))),
    page: say("report.file.page"),
  };
}

async function* rowsOf(
  { columns }: Report,
  { rows }: Opened<string>,
  full: boolean,
  row: (cells: Record<string, Cell>) => Row,
): AsyncGenerator<Row> {
  const personal = Object.entries(columns).flatMap(([key, { personal: mask }]) =>
    mask && !full ? [{ key, mask }] : [],
  );
  for await (const cells of rows) {
    const masked = personal.map(({ key, mask }) => [key, cells[key] ? mask(String(cells[key])) : null]);
    yield row({ ...cells, ...Object.fromEntries(masked) });
  }
}
