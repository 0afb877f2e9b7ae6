import { expect, test } from "vitest";
import { askLeave, grantLeave, refuseLeave } from "@/lib/attendance/commands/leave";
import { listLeaves } from "@/lib/attendance/queries/leave";
import { findRoll } from "@/lib/attendance/queries/roll";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { inClass } from "@/tests/support/rolls/scene";

const today = day("2018-08-06");
const staff = () => make.actor("BASE_STAFF", today);
const director = () => make.actor("BASE_DIRECTOR", today);

async function absentee() {
  const { lesson, enrolments } = await inClass({ people: 1 });
  const enrolmentId = enrolments[0]?.id as string;
  const asked = (change: object = {}) => ({
    enrolmentId,
    mark: "SICK_LEAVE" as const,
    fromDay: day("2018-08-07"),
    toDay: day("2018-08-08"),
    reason: "去县医院",
    ...change,
  });
  const leaveId = async () => (await listLeaves({ enrolmentId })).at(-1)?.id as string;
  return { lesson, enrolmentId, asked, leaveId };
}

test("R46: leave is asked for by one, granted by another, and preset on the roll of its days", async () => {
  const { lesson, asked, leaveId } = await absentee();
  await askLeave(staff(), asked());
  expect((await findRoll(staff(), lesson))?.people).toMatchObject([{ leave: null, mark: null }]);

  await grantLeave(director(), { leaveId: await leaveId() });

  expect((await findRoll(staff(), lesson))?.people).toMatchObject([{ leave: "SICK_LEAVE", mark: null }]);
  await expect(refuseLeave(director(), { leaveId: await leaveId(), reason: "x" })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    figures: { case: "LEAVE_DECIDED" },
  });
});

test("R46: turned down the days may be asked for again", async () => {
  const { lesson, asked, leaveId } = await absentee();
  await askLeave(staff(), asked());
  await refuseLeave(director(), { leaveId: await leaveId(), reason: "请先补交证明" });

  await askLeave(staff(), asked({ mark: "PERSONAL_LEAVE" }));

  expect((await findRoll(staff(), lesson))?.people).toMatchObject([{ leave: null }]);
});

test.each([
  ["LEAVE_TURNED", { fromDay: day("2018-08-09") }],
  ["LEAVE_PAST", { fromDay: day("2018-08-05") }],
  ["LEAVE_OUTSIDE", { toDay: day("2038-01-01") }],
])("a wrong leave is refused: %s", async (named, change) => {
  const { asked } = await absentee();

  await expect(askLeave(staff(), asked(change))).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: named },
  });
});

test("one leave a day: asked for twice it is refused with the days of the first, also by the constraint alone", async () => {
  const { asked, enrolmentId } = await absentee();
  await askLeave(staff(), asked());

  await expect(
    askLeave(staff(), asked({ fromDay: day("2018-08-08"), toDay: day("2018-08-10") })),
  ).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "LEAVE_TWICE", from: "2018-08-07", to: "2018-08-08" },
  });
  await expect(
    sql(
      "app",
      `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'x.force', 'enrolment', '${enrolmentId}');
       INSERT INTO leaves (id, enrolment_id, mark, from_day, to_day, reason, asked_by_id)
       VALUES ('${newId()}', '${enrolmentId}', 'SICK_LEAVE', '2018-08-08', '2018-08-09', 'x', '${staff().id}')`,
    ),
  ).rejects.toThrow("one_leave_a_day");
});

test("I16: nobody grants his own wish, and only who may grants at all", async () => {
  const { asked, leaveId } = await absentee();
  const head = director();
  await askLeave(head, asked());

  await expect(grantLeave(head, { leaveId: await leaveId() })).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  await expect(grantLeave(staff(), { leaveId: await leaveId() })).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  await expect(askLeave(make.actor("COUNTY_REVIEWER", today), asked())).rejects.toMatchObject({
    refusal: "NOT_ALLOWED",
  });
});
