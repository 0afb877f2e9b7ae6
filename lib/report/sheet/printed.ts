import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { longSnapshot } from "@/lib/database/long-read";
import { Refusal } from "@/lib/refusal/refusal";
import type { Row } from "@/lib/report/file/paper";
import { findBase } from "@/lib/report/queries/base";
import { fileAddress } from "@/lib/report/rules";
import { findReport, readFilter } from "@/lib/report/sheet/list";
import { paperOf } from "@/lib/report/sheet/paper-of";
import type { Report } from "@/lib/report/sheet/report";

/** A report as a page for who holds its permission: what its file holds, masked, with all its rows; null where there is none. */
export async function printReport(
  kind: string,
  permission: Report["permission"],
  query: URLSearchParams,
  actor: Actor,
) {
  const report = findReport(kind);
  const filter = report && readFilter(report, query);
  if (report?.permission !== permission || !filter) return null;

  return longSnapshot(new AbortController().signal, async (tx) => {
    // R76: a day that cannot be shown is no paper, and a file says the same; which days a report can show is its own to say.
    const opened = await report.open(tx, filter, actor).catch(noneOfInput);
    if (!opened) return null;
    const paper = paperOf(report, opened, { ...actor, at: new Date(), full: false, base: await findBase(tx) });
    const rows: Row[] = [];
    for await (const some of paper.rows) for (const row of some) rows.push(row);
    return {
      ...paper,
      rows,
      foot: paper.foot(),
      screen: opened.screen,
      file: fileAddress(report, "xlsx", query),
      draft: opened.draft === true,
    };
  });
}

function noneOfInput(error: unknown): null {
  if (error instanceof Refusal && error.refusal === "INPUT_WRONG") return null;
  throw error;
}
