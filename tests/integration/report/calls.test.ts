import { expect, test } from "vitest";
import { cancelEnrolment } from "@/lib/enrolment/commands/leave";
import { callReport } from "@/lib/report/queries/calls";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { opened } from "@/tests/support/opened";

const clerk = make.actor("BASE_STAFF", day("2018-06-01"));

test("I5: whom to call: who got the freed place, and after them who still waits, in the order of the queue", async () => {
  const cohort = await make.cohort({ startsOn: day("2018-08-06"), seats: 1 });
  const first = await make.enrolment(cohort.id, { state: "CONFIRMED" });
  const waiting = [
    await make.enrolment(cohort.id, { state: "WAITLISTED" }),
    await make.enrolment(cohort.id, { state: "WAITLISTED" }),
    await make.enrolment(cohort.id, { state: "WAITLISTED" }),
  ];
  await cancelEnrolment(clerk, { enrolmentId: first.id, version: 1, reason: "不来了" });

  const { rows, lines } = await opened(callReport, `cohort=${cohort.id}`, clerk);
  expect(lines.at(-1)).toBe("已递补：1 人　候补中：2 人");
  expect(rows.map(({ standing }) => String(standing).replace(/ \d{4}-.*/, ""))).toEqual([
    "已递补",
    "候补第 1 位",
    "候补第 2 位",
  ]);
  expect(rows).toHaveLength(waiting.length);
});
