import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { walkIn } from "@/lib/enrolment/commands/walk-in";
import { listOpenCohorts } from "@/lib/enrolment/queries/open-cohorts";
import { findEnrolmentPreview } from "@/lib/enrolment/queries/preview";
import { listRosterAndWaiting } from "@/lib/enrolment/queries/roster";
import { registerTraineeInput } from "@/lib/trainee/schema";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const today = day("2018-06-01");

test("U19: the preview says what the mutation then does: the last place, the waiting list, the application", async () => {
  const { id: cohortId } = await make.cohort({ seats: 1 });
  const draft = await make.cohort({ state: "DRAFT" });
  const [first, second] = [await make.trainee(), await make.trainee()];

  expect(await findEnrolmentPreview(first.id, cohortId, today)).toMatchObject({
    offer: "CONFIRMED",
    clash: null,
    trained: 0,
    stop: undefined,
  });
  await enrol(make.actor(), { cohortId, traineeId: first.id, place: "CONFIRMED" });
  expect(await findEnrolmentPreview(second.id, cohortId, today)).toMatchObject({
    offer: "WAITLISTED",
    cohort: { confirmed: 1, seats: 1, waiting: 0 },
  });
  expect(await findEnrolmentPreview(first.id, cohortId, today)).toMatchObject({
    stop: { refusal: "ALREADY_ENROLLED" },
  });
  expect(await findEnrolmentPreview(second.id, draft.id, today)).toMatchObject({ offer: "APPLIED" });
});

test("R23, U19: the year is shown with what is used, promised and left, and a warning from 90 percent", async () => {
  const { id: cohortId } = await make.cohort({ startsOn: day("2005-03-07"), seats: 20 });
  await sql("owner", "UPDATE training_years SET held = 1780, planned = 1800 WHERE year = 2005");
  const { id } = await make.trainee();

  const preview = await findEnrolmentPreview(id, cohortId, day("2005-01-03"));

  expect(preview?.year).toMatchObject({
    year: 2005,
    capacity: 2000,
    held: 1780,
    reserved: 20,
    left: 200,
    band: "warning",
  });
});

test("A1: the next approved cohort with a free place is offered first, and none that the trainee is in", async () => {
  const actor = make.actor("BASE_STAFF", day("2030-01-01"));
  const full = await make.cohort({ startsOn: day("2030-01-07"), seats: 1 });
  await make.enrolment(full.id);
  const [later, next] = [
    await make.cohort({ startsOn: day("2030-03-04") }),
    await make.cohort({ startsOn: day("2030-02-04") }),
  ];
  const draft = await make.cohort({ startsOn: day("2030-01-14"), state: "DRAFT" });
  const { traineeId } = await make.enrolment(next.id);

  expect((await listOpenCohorts(actor)).map(({ id }) => id)).toEqual([next.id, later.id, full.id, draft.id]);
  expect((await listOpenCohorts(actor, traineeId)).map(({ id }) => id)).toEqual([later.id, full.id, draft.id]);
});

test("R91: the roster is in pinyin order with masked numbers, the waiting list in its own", async () => {
  const { id: cohortId } = await make.cohort({ seats: 2 });
  const person = async (name: string, sortName: string) => (await make.trainee({ name, sortName })).id;
  await make.enrolment(cohortId, { traineeId: await person("扎西", "zhaxi") });
  await make.enrolment(cohortId, { traineeId: await person("白玛", "baima") });
  const first = await make.enrolment(cohortId, { state: "WAITLISTED" });
  const second = await make.enrolment(cohortId, { state: "WAITLISTED" });

  const { roster, waiting } = await listRosterAndWaiting(cohortId, "zh-CN");

  expect(roster.map(({ name }) => name)).toEqual(["白玛", "扎西"]);
  expect(roster[0]?.idNumber).toMatch(/^\d{3}\*{11}\w{4}$/);
  expect(waiting.map(({ id }) => id)).toEqual([first.id, second.id]);
});

const newcomer = (idNumber: string) =>
  registerTraineeInput.parse({
    idNumber,
    name: "扎西降措",
    villageContact: "村委会",
    villageCode: "513338101201",
    ethnicity: "04",
    category: "NZY",
    noticeWay: "ORAL",
    noticeGivenOn: "2018-06-01",
  });

test("A2: a walk-in is registered and enrolled, or neither", async () => {
  const open = await make.cohort();
  const full = await make.cohort({ seats: 1 });
  await make.enrolment(full.id);
  const [taken, free] = [make.idNumber(), make.idNumber()];

  await expect(
    walkIn(make.actor(), { cohortId: full.id, place: "CONFIRMED", ...newcomer(taken) }),
  ).rejects.toMatchObject({ refusal: "COHORT_FULL" });
  const { traineeId, state } = await walkIn(make.actor(), {
    cohortId: open.id,
    place: "CONFIRMED",
    ...newcomer(free),
  });

  expect(state).toBe("CONFIRMED");
  expect(await db.trainee.count({ where: { name: "扎西降措" } })).toBe(1);
  expect(await db.enrolment.count({ where: { traineeId, cohortId: open.id } })).toBe(1);
});
