import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { startCohort } from "@/lib/enrolment/commands/cohort";
import { decideSeveral } from "@/lib/enrolment/commands/decide-several";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { markNoShow } from "@/lib/enrolment/commands/leave";
import { transfer } from "@/lib/enrolment/commands/transfer";
import { type AskedPerson, listAsked } from "@/lib/enrolment/queries/asked";
import { listApplications, listRosterAndWaiting } from "@/lib/enrolment/queries/roster";
import type { DecideSeveralInput } from "@/lib/enrolment/schema";
import { addDays, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const first = day("2018-08-06");
const reason = "乡镇推荐";
let born = 0;
const staff = (today = first) => make.actor("BASE_STAFF", today);
const director = (today = first) => make.actor("BASE_DIRECTOR", today);
const stateOf = async (id: string) => (await db.enrolment.findUniqueOrThrow({ where: { id } })).state;

/** The page's list of those an approval is asked for, and of the others. */
async function listOf(cohortId: string, today = first) {
  const [applications, people] = await Promise.all([
    listApplications(cohortId, "zh-CN"),
    listRosterAndWaiting(cohortId, "zh-CN"),
  ]);
  return listAsked(cohortId, { applications, ...people }, today);
}

/** The form of that list as it was shown, with some ticked. */
const formOf = (
  cohortId: string,
  asked: AskedPerson[],
  change: Partial<DecideSeveralInput> = {},
): DecideSeveralInput => ({
  cohortId,
  decision: "APPROVE",
  place: "CONFIRMED",
  enrolmentIds: asked.map(({ id }) => id),
  asked: asked.map(({ id }) => id),
  versions: asked.map(({ version }) => version),
  needs: asked.map(({ needs }) => needs),
  reasons: asked.map(() => undefined),
  reason,
  ...change,
});

const decide = async (actor: Actor, input: DecideSeveralInput) =>
  (await decideSeveral(actor, input)).map((one) => [one.id, "state" in one ? one.state : one.refusal]);

const late = async (cohortId: string, by = staff()) =>
  (await enrol(by, { cohortId, traineeId: (await make.trainee()).id, place: "CONFIRMED" })).enrolmentId;

/** A cohort on its first training day: one place free, of two who wait one is past working age, and a newcomer came late. */
async function openingDay(seats = 2) {
  const { id: cohortId } = await make.cohort({ seats, startsOn: first });
  const { id: placed } = await make.enrolment(cohortId);
  const { id: stays } = await make.enrolment(cohortId);
  const { id: traineeId } = await make.trainee({ idNumber: make.idNumber(addDays(day("1947-05-01"), ++born)) });
  const { id: old } = await make.enrolment(cohortId, { state: "WAITLISTED", traineeId });
  const { id: young } = await make.enrolment(cohortId, { state: "WAITLISTED" });
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { version: true } });
  await startCohort(staff(), { cohortId, version });
  const left = await db.enrolment.findUniqueOrThrow({ where: { id: placed } });
  await markNoShow(staff(), { enrolmentId: placed, reason, version: left.version });
  return { cohortId, old, young, stays, newcomer: await late(cohortId) };
}

test("I42, I5: the list shows the reasons of the record and of today, who waits before the newcomers", async () => {
  const { cohortId, old, newcomer } = await openingDay();

  const { asked, ordinary } = await listOf(cohortId);

  expect(asked.map(({ id, needs }) => [id, needs])).toEqual([
    [old, ["LATE", "OVER_AGE"]],
    [newcomer, ["LATE"]],
  ]);
  expect(ordinary).toEqual([]);
});

test("I42: an application that was ordinary is asked about once its cohort has started, and a reason approved is asked no more", async () => {
  const { id: cohortId } = await make.cohort({ startsOn: first });
  const { id: ordinary } = await make.application(cohortId);

  expect((await listOf(cohortId, day("2018-08-01"))).ordinary).toMatchObject([{ id: ordinary, needs: [] }]);
  expect((await listOf(cohortId)).asked).toMatchObject([{ id: ordinary, needs: ["LATE"] }]);
});

test("R34: several are approved in the order of the queue, each has an answer of his own, and the reasons stand with each", async () => {
  const { cohortId, old, newcomer } = await openingDay();
  const { asked } = await listOf(cohortId);

  const results = await decide(
    director(),
    formOf(cohortId, asked.toReversed(), { reasons: [undefined, "身体好，本人要求"] }),
  );

  expect(results).toEqual([
    [old, "IN_TRAINING"],
    [newcomer, "COHORT_FULL"],
  ]);
  expect(await db.enrolment.findUnique({ where: { id: old } })).toMatchObject({ stateReason: "身体好，本人要求" });
  expect(await db.enrolmentApproval.findMany({ where: { enrolmentId: old }, orderBy: { need: "asc" } })).toMatchObject([
    { need: "LATE" },
    { need: "OVER_AGE" },
  ]);
  expect(await stateOf(newcomer)).toBe("APPLIED");
  expect(await sql("app", "SELECT * FROM checks.waiting_with_free_seat")).toEqual([]);
});

test("R34, I5: several are rejected together; the claim goes on to the next who waits and nobody is passed", async () => {
  const { cohortId, old, young, newcomer } = await openingDay();
  const { asked } = await listOf(cohortId);

  expect(await decide(director(), formOf(cohortId, asked, { decision: "REJECT" }))).toEqual([
    [old, "REJECTED"],
    [newcomer, "REJECTED"],
  ]);
  expect((await listOf(cohortId)).asked).toMatchObject([{ id: young, needs: ["LATE"] }]);
});

test("I16: who wrote an application does not approve it among others, and the others go through", async () => {
  const { id: cohortId } = await make.cohort({ state: "IN_PROGRESS", startsOn: first });
  const [one, other] = [director(), director()];
  const [own, others] = [await late(cohortId, one), await late(cohortId)];
  const { asked } = await listOf(cohortId);

  expect(await decide(one, formOf(cohortId, asked))).toEqual([
    [own, "SAME_PERSON"],
    [others, "IN_TRAINING"],
  ]);
  expect(await decide(other, formOf(cohortId, asked))).toEqual([
    [own, "IN_TRAINING"],
    [others, "STALE"],
  ]);
  const { asked: left } = await listOf(cohortId);
  await expect(decideSeveral(staff(), formOf(cohortId, left))).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
});

test("I42: a reason that the approver was not shown is not approved with the others", async () => {
  const { cohortId, old } = await openingDay();
  const { asked } = await listOf(cohortId);

  expect(await decide(director(), formOf(cohortId, asked.slice(0, 1), { needs: [["LATE"]] }))).toEqual([
    [old, "WRONG_STATE"],
  ]);
});

test("R28: wishes to be transferred are decided in the same list, under their own rules", async () => {
  const { id: to } = await make.cohort({ startsOn: day("2018-09-03") });
  const { cohortId, stays } = await openingDay();
  const third = day("2018-08-09");
  const { version } = await db.enrolment.findUniqueOrThrow({ where: { id: stays } });
  const asking = staff(third);
  await transfer(asking, { enrolmentId: stays, toCohortId: to, reason, version });
  const moves = async () => (await listOf(cohortId, third)).asked.filter(({ transferTo }) => transferTo);

  const promoted = { ...asking, role: "BASE_DIRECTOR" as const };
  expect(await decide(promoted, formOf(cohortId, await moves()))).toEqual([[stays, "SAME_PERSON"]]);
  expect(await decide(director(third), formOf(cohortId, await moves()))).toEqual([[stays, "MOVED"]]);
  expect(await db.enrolment.findUnique({ where: { id: stays } })).toMatchObject({ cohortId: to });
});

test("invariants 6: nobody is decided without a reason, and a list whose columns do not match is refused whole", async () => {
  const { cohortId, newcomer } = await openingDay();
  const { asked } = await listOf(cohortId);
  const wrong: Partial<DecideSeveralInput>[] = [
    { reason: undefined },
    { versions: [1] },
    { asked: [newcomer, newcomer] },
  ];

  for (const change of wrong)
    await expect(decideSeveral(director(), formOf(cohortId, asked, change))).rejects.toMatchObject({
      refusal: "INPUT_WRONG",
    });
  expect(await stateOf(newcomer)).toBe("APPLIED");
});
