import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { approveSetting, rejectSetting, withdrawSetting } from "@/lib/setting/commands/decide";
import { proposeSetting } from "@/lib/setting/commands/propose";
import { findParameters } from "@/lib/setting/parameter";
import { findSetting, listCapacities, listChanges, listSettings } from "@/lib/setting/queries";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const today = day("2018-08-22");
const [system, director, reviewer, leader] = (
  ["SYS_ADMIN", "BASE_DIRECTOR", "COUNTY_REVIEWER", "AID_LEADER"] as const
).map((role) => make.actor(role, today)) as [Actor, Actor, Actor, Actor];
const grounds = { reason: "教室改造", documentNo: "得人社〔2018〕12号" };

const caseOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? String(error.figures.case ?? error.refusal) : String(error)),
  );
const held = async (id: string) => ({
  settingChangeId: id,
  version: (await db.settingChange.findUniqueOrThrow({ where: { id }, select: { version: true } })).version,
});
const sign = async (actor: Actor, id: string) => approveSetting(actor, await held(id));
const inForce = async (key: string, on: string) => (await findParameters(db, day(on)))(key);

const seats = { key: "seats_skill", value: "45", ...grounds };

let next = 0;
/** A day no other test of this file uses. */
const validFrom = () => day(`2019-${String((++next % 12) + 1).padStart(2, "0")}-15`);

const propose = (key: string, value: number, from = validFrom()) =>
  proposeSetting(system, { key, value: String(value), validFrom: from, ...grounds });
const proposeCapacity = (year: number, value: number, by = director) =>
  proposeSetting(by, {
    ...{ key: "year_capacity", value: String(value), validFrom: day(`${year}-01-01`) },
    ...grounds,
  });

test("a training figure holds from its day on, once base and county have both signed", async () => {
  const { id } = await propose("seats_skill", 45, day("2018-10-01"));

  await sign(director, id);
  expect(await inForce("seats_skill", "2018-10-01")).toBe(50);
  await sign(reviewer, id);

  expect(await inForce("seats_skill", "2018-09-30")).toBe(50);
  expect(await inForce("seats_skill", "2018-10-01")).toBe(45);
  expect((await findSetting("seats_skill"))?.values[0]).toMatchObject({ value: 45, documentNo: grounds.documentNo });
});

test("a money figure asks for the leader of the aid office and for nobody of the base", async () => {
  const { id } = await propose("paid_before_defects_percent", 95);

  expect(await caseOf(sign(director, id))).toBe("NOT_ALLOWED");
  await sign(leader, id);

  expect(await db.settingChange.findUnique({ where: { id }, select: { state: true } })).toEqual({ state: "APPROVED" });
});

test("R111: nobody signs what he proposed, nor both lines, and nobody signs twice", async () => {
  const both = { ...director, id: system.id };
  const { id } = await propose("seats_skill", 44);

  expect(await caseOf(sign(both, id))).toBe("SAME_PERSON");
  await sign(director, id);
  expect(await caseOf(sign({ ...reviewer, id: director.id }, id))).toBe("SAME_PERSON");
  expect(await caseOf(sign(leader, id))).toBe("NOT_ALLOWED");
  expect(await inForce("seats_skill", "2019-12-31")).not.toBe(44);
});

test("R24, I6: a year's capacity is raised by two, and never lowered below what is held", async () => {
  const cohort = await make.cohort({ startsOn: day("2020-03-02") });
  await make.enrolment(cohort.id);
  const below = await caseOf(proposeCapacity(2020, 13));
  const { id } = await proposeCapacity(2020, 20);
  const more = await make.cohort({ startsOn: day("2020-05-06") });

  expect(below).toBe("YEAR");
  expect(await caseOf(sign(reviewer, id))).toBe("YEAR");
  await rejectSetting(reviewer, { ...(await held(id)), stateReason: "已批准新班期" });
  const raised = await proposeCapacity(2020, 2200);
  expect(await caseOf(sign({ ...reviewer, id: director.id }, raised.id))).toBe("SAME_PERSON");
  await sign(reviewer, raised.id);

  expect(await db.trainingYear.findUnique({ where: { year: 2020 } })).toMatchObject({ capacity: 2200, planned: 28 });
  expect((await listCapacities(day("2019-06-01")))[1]).toMatchObject({ year: 2020, capacity: 2200 });
  expect(more.year).toBe(2020);
});

test("R24: the base director's signature alone raises no year, and nobody proposes or signs the paper of another domain", async () => {
  const { id } = await proposeCapacity(2021, 2100);

  expect(await caseOf(sign(make.actor("BASE_DIRECTOR", today), id))).toBe("NOT_ALLOWED");
  expect(await caseOf(sign(leader, id))).toBe("NOT_ALLOWED");
  expect(await caseOf(proposeCapacity(2022, 2100, system))).toBe("NOT_ALLOWED");
  expect(await caseOf(proposeSetting(director, { ...seats, validFrom: validFrom() }))).toBe("NOT_ALLOWED");
  await sign(reviewer, id);
});

test("what is past, the same, out of its limits or proposed already is refused", async () => {
  const from = validFrom();
  await propose("least_age", 17, from);

  expect(await caseOf(propose("least_age", 18, day("2018-08-21")))).toBe("SETTING_DAY_PAST");
  expect(await caseOf(propose("least_age", 16, day("2018-12-24")))).toBe("SETTING_SAME");
  expect(await caseOf(propose("least_age", 99, day("2018-12-24")))).toBe("SETTING_RANGE");
  expect(await caseOf(propose("least_age", 18, from))).toBe("SETTING_OPEN");
  expect(await caseOf(propose("classrooms", 12))).toBe("UNKNOWN_SETTING");
  expect(await caseOf(proposeCapacity(2017, 3000))).toBe("SETTING_YEAR_PAST");
});

test("who proposed takes it back, and only he; what is decided is decided", async () => {
  const { id } = await propose("fewest_trainees", 12);

  expect(await caseOf(withdrawSetting(make.actor("SYS_ADMIN"), await held(id)))).toBe("NOT_ALLOWED");
  await withdrawSetting(system, await held(id));

  expect(await caseOf(sign(director, id))).toBe("WRONG_STATE");
  expect((await listChanges({ key: "fewest_trainees" }))[0]).toMatchObject({ id, state: "WITHDRAWN" });
  expect((await listChanges({ open: true })).map((change) => change.id)).not.toContain(id);
});

test("R24: of two who sign the last line at once the figure is in force once", async () => {
  const { id } = await propose("guardian_below_age", 17);
  await sign(director, id);
  const which = await held(id);

  const answers = await Promise.all(
    [reviewer, make.actor("COUNTY_REVIEWER", today)].map((one) => caseOf(approveSetting(one, which))),
  );

  expect(answers.sort()).toEqual(["RELOAD", "done"]);
});

test.each([
  "UPDATE training_years SET capacity = 9999",
  "UPDATE parameters SET value = 1",
  "INSERT INTO parameters (key, valid_from, value, reason) VALUES ('seats_skill', '2018-09-01', 99, 'x')",
  "DELETE FROM setting_changes",
  "UPDATE setting_changes SET value = 1",
])("I6: the portal's role may not: %s", async (statement) => {
  await expect(sql("app", statement)).rejects.toMatchObject({ code: "42501" });
});

test("I16: raw SQL puts nothing in force without its signatures", async () => {
  const { id } = await propose("working_age_male", 63);

  const forced = sql(
    "app",
    "UPDATE setting_changes SET state = 'APPROVED', decided_by_id = $2, decided_at = now() WHERE id = $1",
    [id, director.id],
  );

  await expect(forced).rejects.toMatchObject({ message: "WRONG_STATE" });
});

test("every figure that is in force has its words, its limits around it, or is fixed", async () => {
  const known = await listSettings(today);

  const fixed = known.filter(({ domain }) => domain === null).map(({ key }) => key);

  expect(fixed.sort()).toEqual(["classrooms", "period_minutes"]);
});

test("R61: the rate is typed in percent, to two decimals; nothing else is a rate", async () => {
  const typed = (value: string) =>
    proposeSetting(system, {
      key: "aid_rate_basis_points",
      value,
      validFrom: day("2030-01-01"),
      ...grounds,
    });
  for (const wrong of ["0.005", "半", "6e1"]) expect(await caseOf(typed(wrong))).toBe("RATE");

  const { id } = await typed("0.6 %");
  expect((await db.settingChange.findUniqueOrThrow({ where: { id }, select: { value: true } })).value).toBe(60);
});

test("R61: a figure that is no rate is a whole number", async () => {
  for (const wrong of ["4.5", "四十", "-1"])
    expect(await caseOf(proposeSetting(system, { ...seats, value: wrong, validFrom: validFrom() }))).toBe("WHOLE");
});

test("a proposal whose day went by unsigned is not put in force for days that are over", async () => {
  const { id } = await propose("fewest_trainees", 11, day("2018-09-01"));
  const late = make.actor("BASE_DIRECTOR", day("2018-09-02"));

  expect(await caseOf(sign(late, id))).toBe("SETTING_DAY_OVER");
  await sign({ ...late, today: day("2018-09-01") }, id);
});

test("R24: a figure has one value on one day; the second that is signed for it is refused and leaves the first", async () => {
  const from = day("2021-06-01");
  const signed = async (value: number) => {
    const { id } = await propose("least_share_percent", value, from);
    await sign(director, id);
    return caseOf(sign(reviewer, id));
  };

  expect([await signed(35), await signed(30)]).toEqual(["done", "SETTING_DAY_TAKEN"]);
  expect(await inForce("least_share_percent", from)).toBe(35);
});
