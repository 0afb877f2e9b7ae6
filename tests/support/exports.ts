import { readXlsx } from "hucre/xlsx";
import { startExport } from "@/lib/report/commands/export";
import type { Asked } from "@/lib/report/commands/record";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

/** Somebody who stays until the file is whole. */
export const staying = new AbortController().signal;

/** A cohort under way with some people on its roster, and their numbers as they are. */
export async function rosterOf(count: number) {
  const cohort = await make.cohort({ startsOn: day("2031-03-03"), seats: 50, state: "IN_PROGRESS" });
  const idNumbers: string[] = [];
  for (let n = 0; n < count; n++) {
    const person = await make.trainee();
    await make.enrolment(cohort.id, { traineeId: person.id, state: "IN_TRAINING" });
    idNumbers.push(person.idNumber);
  }
  return { cohort, idNumbers };
}

/** Takes a report as a workbook or as text, and reads a workbook back. */
export async function take(asked: Asked, actor = make.actor("BASE_DIRECTOR")) {
  const started = await startExport(actor, asked, staying);
  if (!started) throw new Error("there is no such record");
  const bytes = Buffer.from(await new Response(started.body).arrayBuffer());
  const rows = asked.format === "xlsx" ? ((await readXlsx(bytes)).sheets[0]?.rows ?? []) : [];
  return { ...started, bytes, rows, people: rows.filter(([number]) => typeof number === "number") };
}
