import { beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { confirmLate } from "@/lib/enrolment/commands/confirm";
import { decideSeveral } from "@/lib/enrolment/commands/decide-several";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { cancelEnrolment } from "@/lib/enrolment/commands/leave";
import { listEnrolled } from "@/lib/enrolment/queries/enrolled";
import { listNeedsOf } from "@/lib/enrolment/queries/needs";
import { listEnrolmentsOfTrainee } from "@/lib/enrolment/queries/of-trainee";
import { listPeople } from "@/lib/enrolment/queries/people";
import { listApplications, listGone, listRosterAndWaiting } from "@/lib/enrolment/queries/roster";
import { maskIdNumber } from "@/lib/trainee/rules/mask";
import { addDays, day } from "@/lib/value/calendar";
import type { EnrolmentState } from "@/prisma/generated/enums";
import * as make from "@/tests/support/make";

const startsOn = day("2031-03-03");
const staff = make.actor("BASE_STAFF", startsOn);
const all: EnrolmentState[] = ["CONFIRMED", "WAITLISTED", "APPLIED", "CANCELLED", "REJECTED"];
const people: Record<string, { id: string; traineeId: string; idNumber: string }> = {};
const nameOf = ({ traineeId }: { traineeId: string }) =>
  Object.keys(people).find((name) => people[name]?.traineeId === traineeId);
let cohortId = "";

// Two with a place, two who wait, one who applied, two who are gone; names and villages in an order of their own.
beforeAll(async () => {
  ({ id: cohortId } = await make.cohort({ startsOn, seats: 2, title: "名册班" }));
  const villages = ["513338102201", "513338101201"];
  for (const [n, [name, state]] of (
    [
      ["dolma", "CONFIRMED"],
      ["basang", "CONFIRMED"],
      ["zhaxi", "WAITLISTED"],
      ["awang", "WAITLISTED"],
      ["ciren", "APPLIED"],
      ["gesang", "CANCELLED"],
      ["nima", "REJECTED"],
    ] as [string, EnrolmentState][]
  ).entries()) {
    const { id: traineeId, idNumber } = await make.trainee({
      idNumber: make.idNumber(addDays(day("1999-01-01"), n)),
      name,
      sortName: name,
      villageCode: villages[n % 2] as string,
    });
    people[name] = { ...(await make.enrolment(cohortId, { state, traineeId })), idNumber };
  }
});

test("R91, I5: a cohort's people come masked, in the asked order, those who wait after all others in theirs", async () => {
  const order = async (by: "name" | "-name" | "village") =>
    (await listPeople(cohortId, all, by, "zh-CN")).map((one) => nameOf(one));

  expect(await order("name")).toEqual(["basang", "ciren", "dolma", "gesang", "nima", "zhaxi", "awang"]);
  expect(await order("-name")).toEqual(["nima", "gesang", "dolma", "ciren", "basang", "zhaxi", "awang"]);
  expect(await order("village")).toEqual(["basang", "gesang", "ciren", "dolma", "nima", "zhaxi", "awang"]);
  const [basang] = await listPeople(cohortId, ["CONFIRMED"], "name", "zh-CN");
  const idNumber = people.basang?.idNumber as string;
  expect(basang).toMatchObject({ idNumber: maskIdNumber(idNumber), lastFour: idNumber.slice(-4), village: "瓦卡村" });
  expect(JSON.stringify(basang)).not.toMatch(/\d{17}/);
});

test("R26: the roster, the waiting list, the applications and those who are gone share nobody", async () => {
  const { roster, waiting } = await listRosterAndWaiting(cohortId, "zh-CN");

  expect(roster.map(nameOf)).toEqual(["basang", "dolma"]);
  expect(waiting.map(nameOf)).toEqual(["zhaxi", "awang"]);
  expect((await listApplications(cohortId, "zh-CN")).map(nameOf)).toEqual(["ciren"]);
  expect((await listGone(cohortId, "zh-CN")).map(nameOf)).toEqual(["gesang", "nima"]);
});

test("R20: whoever is gone may be chosen again, everybody else is in the cohort already", async () => {
  const ids = Object.values(people).map(({ traineeId }) => traineeId);

  const enrolled = await listEnrolled(cohortId, [...ids, newId()]);

  expect([...enrolled].map((traineeId) => nameOf({ traineeId })).sort()).toEqual([
    "awang",
    "basang",
    "ciren",
    "dolma",
    "zhaxi",
  ]);
});

test("the enrolments of a person are told with their cohorts, the latest start first", async () => {
  const { traineeId } = people.dolma as { traineeId: string };
  const early = await make.cohort({ startsOn: day("2030-03-04") });
  const late = await make.cohort({ startsOn: day("2032-03-01") });
  for (const { id } of [early, late]) await make.application(id, { traineeId });

  const found = await listEnrolmentsOfTrainee(traineeId);

  expect(found.map(({ cohort }) => cohort.startsOn)).toEqual(["2032-03-01", "2031-03-03", "2030-03-04"]);
  expect(found[1]).toMatchObject({ state: "CONFIRMED", endedOn: null, cohort: { id: cohortId, title: "名册班" } });
});

test("I42: what needs approval is what the record says and what the day adds to it; a stop is told beside it", async () => {
  const asked = ["ciren", "awang"].map((name) => {
    const { id, traineeId } = people[name] as { id: string; traineeId: string };
    return { id, traineeId, approvalNeeded: name === "awang" ? ["OVER_AGE" as const] : [], subsidised: true };
  });
  const needs = async (on: string) => [...(await listNeedsOf(cohortId, asked, day(on))).values()];

  expect(await needs("2031-02-24")).toMatchObject([{ needs: [], stop: undefined }, { needs: ["OVER_AGE"] }]);
  expect((await needs("2031-03-03")).map((one) => [...one.needs].sort())).toEqual([["LATE"], ["LATE", "OVER_AGE"]]);
  expect((await needs("2031-04-30"))[0]?.stop).toMatchObject({ refusal: "TOO_LATE" });
});

test("R31: whoever has a lesson at the same time is refused with that lesson", async () => {
  const [one, other] = [await make.cohort({ startsOn, seats: 3 }), await make.cohort({ startsOn })];
  const { traineeId } = await make.enrolment(other.id);
  await make.lesson({ cohorts: [one.id], day: startsOn, classroomNumber: 1 });
  await make.lesson({
    cohorts: [other.id],
    day: startsOn,
    classroomNumber: 2,
    startsAt: "11:00",
    endsAt: "13:00",
    title: "挡路课",
  });

  const today = day("2031-02-24");
  const refused = enrol(make.actor("BASE_STAFF", today), { cohortId: one.id, traineeId, place: "CONFIRMED" });

  await expect(refused).rejects.toMatchObject({
    refusal: "TRAINEE_CLASH",
    field: "traineeId",
    figures: { case: "NAMED", number: other.number, title: "挡路课", day: startsOn, startsAt: "11:00" },
  });
});

test("a person, a cohort or an enrolment that is not there is refused at its field", async () => {
  const { traineeId } = people.nima as { traineeId: string };
  const place = "CONFIRMED" as const;
  const none = { enrolmentId: newId(), reason: "外出务工", version: 1 };
  const refused = (field: string, of: string) => ({ refusal: "INPUT_WRONG", field, figures: { case: of } });

  await expect(enrol(staff, { cohortId, traineeId: newId(), place })).rejects.toMatchObject(
    refused("traineeId", "UNKNOWN_TRAINEE"),
  );
  await expect(enrol(staff, { cohortId: newId(), traineeId, place })).rejects.toMatchObject(
    refused("cohortId", "UNKNOWN_COHORT"),
  );
  await expect(cancelEnrolment(staff, none)).rejects.toMatchObject(refused("enrolmentId", "UNKNOWN_ENROLMENT"));
  await expect(
    confirmLate(make.actor("BASE_DIRECTOR", startsOn), { ...none, place, needs: ["LATE"] }),
  ).rejects.toMatchObject(refused("enrolmentId", "UNKNOWN_ENROLMENT"));
});

test("I16: of several that are decided each has a reason, its own or the common one, or none is decided", async () => {
  const { id } = people.ciren as { id: string };
  const form = { cohortId, decision: "REJECT" as const, place: "CONFIRMED" as const, enrolmentIds: [id], asked: [id] };
  const decide = (change: { reason?: string; reasons: (string | undefined)[] }) =>
    decideSeveral(make.actor("BASE_DIRECTOR", startsOn), {
      ...{ ...form, versions: [1], needs: [[]], reason: undefined },
      ...change,
    });

  await expect(decide({ reasons: [undefined] })).rejects.toMatchObject({
    ...{ refusal: "INPUT_WRONG", field: "reason", figures: { case: "REASONS_MISSING" } },
  });
  await expect(decide({ reasons: [] })).rejects.toMatchObject({ refusal: "INPUT_WRONG" });
  expect(await decide({ reasons: ["名额已满"] })).toMatchObject([{ id, state: "REJECTED" }]);
});
