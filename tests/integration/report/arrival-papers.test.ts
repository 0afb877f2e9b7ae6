import { expect, test } from "vitest";
import { noteArrivals } from "@/lib/arrival/commands";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { markNoShow } from "@/lib/enrolment/commands/leave";
import { arrivalReport, noShowReport } from "@/lib/report/queries/arrivals";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { opened, openReport } from "@/tests/support/opened";
import { inClass } from "@/tests/support/rolls/scene";

const clerk = make.actor("BASE_STAFF", day("2018-08-13"));

async function arriving() {
  const { id, enrolments } = await inClass({ people: 3 });
  const [came, gone] = enrolments.map((one) => one.id) as [string, string];
  await noteArrivals(clerk, { cohortId: id, enrolmentIds: [came], day: day("2018-08-07") });
  const { version } = await db.enrolment.findUniqueOrThrow({ where: { id: gone } });
  await markNoShow(clerk, { enrolmentId: gone, version, reason: "电话说不来了" });
  return id;
}

test("报到册: a line for everybody with a place, with the day of who came and room to sign", async () => {
  const { rows, lines, count } = await opened(arrivalReport, `cohort=${await arriving()}`, clerk);

  expect(count).toBe(2);
  expect(lines.at(-1)).toBe("已报到：1 人　应报到：2 人");
  expect(new Set(rows.map(({ arrivedOn }) => arrivedOn))).toEqual(new Set(["2018-08-07", null]));
  expect(rows.map(({ signature }) => signature)).toEqual([null, null]);
});

test("未报到名单: who was called a no-show, with the reason, and who has not been seen", async () => {
  const { rows, lines } = await opened(noShowReport, `cohort=${await arriving()}`, clerk);

  expect(lines.at(-1)).toBe("已登记未报到：1 人　尚未报到：1 人");
  expect(rows.map(({ standing, reason }) => [standing, reason]).sort()).toEqual([
    ["尚未报到", null],
    ["未报到", "电话说不来了"],
  ]);
});

test("a list of a cohort that is not there is none", async () => {
  for (const report of [arrivalReport, noShowReport])
    expect(await openReport(report, `cohort=${newId()}`, clerk)).toBeNull();
});
