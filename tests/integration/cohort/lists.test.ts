import { beforeAll, expect, test, vi } from "vitest";
import { findNames } from "@/lib/audit/queries/log";
import { startExam } from "@/lib/cohort/commands/close";
import { draftCohort } from "@/lib/cohort/commands/plan";
import { findTraineeChoices } from "@/lib/cohort/queries/choices";
import { listCohorts, listCohortYears } from "@/lib/cohort/queries/list";
import { findCohort } from "@/lib/cohort/queries/record";
import { cohortListQuery, draftCohortInput } from "@/lib/cohort/schema";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { editCohort } from "@/lib/enrolment/commands/edit-cohort";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

vi.mock("next-intl/server", () => ({ getLocale: async () => "zh-CN" }));

const actor = make.actor();
const cohorts: Record<string, Awaited<ReturnType<typeof make.cohort>>> = {};
const nameOf = (id: string) => Object.keys(cohorts).find((name) => cohorts[name]?.id === id) ?? id;
const idOf = (name: string) => cohorts[name]?.id as string;

beforeAll(async () => {
  const { id: courseId } = await make.course({ name: "茶艺 Course" });
  cohorts.full = await make.cohort({ startsOn: day("2031-03-03"), seats: 2, title: "满员班" });
  cohorts.free = await make.cohort({ startsOn: day("2031-01-01"), seats: 5, courseId, title: "早春班" });
  cohorts.away = await make.cohort({ startsOn: day("2031-12-31"), seats: 3, atBase: false, place: "扎格村" });
  cohorts.next = await make.cohort({ startsOn: day("2033-02-01"), state: "DRAFT", title: "来年班" });
  cohorts.over = await make.cohort({ startsOn: day("2031-05-05"), state: "CANCELLED" });
  for (const state of ["CONFIRMED", "CONFIRMED", "WAITLISTED"] as const) await make.enrolment(idOf("full"), { state });
  await make.enrolment(idOf("away"), { state: "CANCELLED" });
  await make.application(idOf("next"));
});

async function list(query: object) {
  const { cohorts: rows, ...sums } = await listCohorts(cohortListQuery.parse({ sort: "start", ...query }));
  return { ...sums, names: rows.map(({ id }) => nameOf(id)), rows };
}

test("R25: a cohort is listed in the year in which it starts, first day to last, with the places of all of them", async () => {
  const { names, total, held, free, rows } = await list({ year: "2031" });

  expect(names).toEqual(["free", "full", "over", "away"]);
  expect({ total, held, free }).toEqual({ total: 4, held: 2, free: 22 });
  expect(rows[1]).toMatchObject({ confirmed: 2, seats: 2, waiting: 1, startsOn: "2031-03-03" });
  expect((await list({ year: "2031", size: "20", page: "2" })).total).toBe(4);
});

test("cohorts are found by number, title and course, by state and by where they are held", async () => {
  expect((await list({ q: "满员" })).names).toEqual(["full"]);
  expect((await list({ q: "茶艺 course" })).names).toEqual(["free"]);
  expect((await list({ q: cohorts.away?.number })).names).toContain("away");
  expect((await list({ year: "2031", state: "CANCELLED" })).names).toEqual(["over"]);
  expect((await list({ year: "2031", heldAt: "OUTSIDE" })).names).toEqual(["away"]);
  expect((await list({ year: "2031", heldAt: "BASE", sort: "-start" })).names).toEqual(["over", "full", "free"]);
  expect((await list({ course: cohorts.free?.courseId })).names).toEqual(["free"]);
});

test("the years are those in which cohorts start, each once, the latest first", async () => {
  expect(await listCohortYears()).toEqual([2033, 2031]);
});

test("now are the cohorts that have somebody or somebody waits for, the first to start first", async () => {
  expect((await findTraineeChoices(day("2031-02-01"))).cohorts.map(({ id }) => nameOf(id))).toEqual(["full", "next"]);
});

test("one cohort tells its people by state, its year and its figures; an address that is none finds none", async () => {
  const full = await findCohort(idOf("full"));

  expect(full).toMatchObject({ number: cohorts.full?.number, title: "满员班", confirmed: 2, state: "APPROVED" });
  expect(full?.counts).toMatchObject({ CONFIRMED: 2, WAITLISTED: 1, APPLIED: 0 });
  // R27: the one off the base takes nothing off the year.
  expect(full?.year).toMatchObject({ year: 2031, held: 2, planned: 7 });
  expect(full?.figures("attendance_percent")).toBe(80);
  expect([await findCohort("none"), await findCohort(newId())]).toEqual([null, null]);
});

test("who signed is told by name, and an empty line by nobody", async () => {
  const { createdById, approvedById } = (await findCohort(idOf("full"))) as NonNullable<
    Awaited<ReturnType<typeof findCohort>>
  >;

  const signers = await findNames([createdById, approvedById, null]);

  expect([...signers.keys()].sort()).toEqual([createdById, approvedById].sort());
  expect(signers.get(createdById)).toMatch(/^base-staff-/);
});

test("R27: a cohort ends no earlier than it begins, and off the base it names its place", async () => {
  const typed = {
    courseId: cohorts.free?.courseId,
    startsOn: "2034-03-06",
    endsOn: "2034-03-05",
    seats: "5",
    atBase: "BASE",
  };
  const draft = (change: object) => draftCohort(actor, draftCohortInput.parse({ ...typed, ...change }));

  await expect(draft({})).rejects.toMatchObject({ field: "endsOn", figures: { case: "ENDS_BEFORE_BEGIN" } });
  await expect(draft({ endsOn: "2034-03-06", atBase: "OUTSIDE" })).rejects.toMatchObject({
    field: "place",
    figures: { case: "PLACE_MISSING" },
  });
  const { id } = await draft({ endsOn: "2034-03-06", place: "不该有" });
  expect(await db.cohort.findUnique({ where: { id }, select: { place: true } })).toEqual({ place: null });
});

const edit = (name: string, change: object = {}) =>
  editCohort(actor, {
    ...{ cohortId: idOf(name), version: 1, title: "新名", endsOn: day("2031-12-31"), place: undefined },
    ...{ ...make.papers, ...change },
  });

test("I15: a cohort that is over is not edited, and says so with its number", async () => {
  await expect(edit("over")).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    figures: { case: "EDIT_OVER", number: cohorts.over?.number, state: "CANCELLED" },
  });
});

test.each([
  ["contact", { contact: undefined }],
  ["examPlan", { examPlan: " " }],
  ["material", { material: "" }],
])("R42: what an approved cohort was approved with is not emptied afterwards: %s", async (field, change) => {
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id: idOf("full") }, select: { version: true } });

  await expect(edit("full", { version, ...change })).rejects.toMatchObject({ field, figures: { case: "PAPER_GONE" } });
});

test("R48: an exam before the last lesson is the director's, with a reason", async () => {
  const { id: cohortId } = await make.cohort({ startsOn: day("2035-03-05"), state: "IN_PROGRESS" });
  await make.lesson({ day: day("2035-03-06"), cohorts: [cohortId], classroomNumber: 6 });
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { version: true } });
  const begin = (role: "BASE_STAFF" | "BASE_DIRECTOR", reason?: string) =>
    startExam(make.actor(role, day("2035-03-05")), { cohortId, version, reason });

  await expect(begin("BASE_STAFF", "师资")).rejects.toMatchObject({ figures: { case: "EXAM_AHEAD", ahead: 1 } });
  await expect(begin("BASE_DIRECTOR")).rejects.toMatchObject({
    field: "reason",
    figures: { case: "EXAM_REASON", ahead: 1 },
  });
  await begin("BASE_DIRECTOR", "师资只到周二");

  expect(await findCohort(cohortId)).toMatchObject({ state: "EXAM", examReason: "师资只到周二" });
});
