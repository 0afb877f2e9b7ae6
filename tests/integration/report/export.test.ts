import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { day } from "@/lib/calendar";
import { startExport } from "@/lib/report/mutations/export";
import type { Asked } from "@/lib/report/mutations/record";
import { rosterReport } from "@/lib/report/queries/roster";
import { maskIdNumber } from "@/lib/trainee/rules/mask";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const nobodyLeaves = new AbortController().signal;

/** A cohort with some people on its roster; their numbers come back as they are. */
async function rosterOf(count: number) {
  const cohort = await make.cohort({ startsOn: day("2031-03-03"), seats: 50, state: "IN_PROGRESS" });
  const numbers: string[] = [];
  for (let n = 0; n < count; n++) {
    const person = await make.trainee();
    await make.enrolment(cohort.id, { traineeId: person.id, state: "IN_TRAINING" });
    numbers.push(person.idNumber);
  }
  return { cohort, numbers };
}

async function take(asked: Asked, actor = make.actor("BASE_DIRECTOR")) {
  const started = await startExport(actor, asked, nobodyLeaves);
  if (!started) throw new Error("there is no such record");
  const bytes = Buffer.from(await new Response(started.body).arrayBuffer());
  const [sheet] = (await readXlsx(bytes)).sheets;
  return { ...started, rows: sheet?.rows ?? [] };
}

test("R91, I31: a roster leaves with every number masked, and with its record", async () => {
  const { cohort, numbers } = await rosterOf(3);
  const actor = make.actor("BASE_STAFF");

  const { id, name, rows } = await take({ report: rosterReport, filter: { cohort: cohort.id }, format: "xlsx" }, actor);

  const people = rows.filter(([number]) => typeof number === "number");
  expect(people.map((row) => row[4]).sort()).toEqual(numbers.map(maskIdNumber).sort());
  expect(JSON.stringify(rows)).not.toMatch(/\d{17}[\dX]/);
  expect(name).toMatch(/^学员花名册_2031年第\d+期_20180601\.xlsx$/);
  expect(await sql("app", "SELECT state, rows, total, is_full, kind FROM exports WHERE id = $1", [id])).toEqual([
    { state: "DONE", rows: 3, total: 3, is_full: false, kind: "roster" },
  ]);
  expect(await sql("app", "SELECT verb, rows, field FROM access_entries WHERE subject_id = $1", [id])).toEqual([
    { verb: "report.export", rows: 3, field: "roster" },
  ]);
});
