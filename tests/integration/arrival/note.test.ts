import { expect, test } from "vitest";
import { noteArrivals, undoArrival } from "@/lib/arrival/commands";
import { listArrivals } from "@/lib/arrival/queries";
import { db } from "@/lib/database/db";
import { markNoShow } from "@/lib/enrolment/commands/leave";
import { findEnrolment } from "@/lib/enrolment/queries/enrolment";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { inClass, roll } from "@/tests/support/rolls/scene";

const first = day("2018-08-07");
const staff = () => make.actor("BASE_STAFF", first);

async function opened(people = 3) {
  const scene = await inClass({ people, days: [first, day("2018-08-08")] });
  const ids = scene.enrolments.map(({ id }) => id);
  const note = (change: object = {}) =>
    noteArrivals(staff(), { cohortId: scene.id, enrolmentIds: ids, day: first, ...change });
  const standing = async () =>
    Object.fromEntries((await listArrivals(scene.id)).map(({ id, arrivedOn, knownBy }) => [id, [knownBy, arrivedOn]]));
  const noShow = async (id: string) => {
    const { version } = await db.enrolment.findUniqueOrThrow({ where: { id } });
    return markNoShow(staff(), { enrolmentId: id, version, reason: "没有来" });
  };
  return { ...scene, ids: ids as [string, string, string], note, standing, noShow };
}

test("R26: people with a place arrive together or one by one; who was noted keeps the day, and each has an entry", async () => {
  const { ids, note, standing } = await opened();

  expect(await note({ only: ids[0], day: day("2018-08-06") })).toMatchObject({ noted: 1, already: 0, gone: 0 });
  expect(await note({ enrolmentIds: ids.slice(0, 2) })).toMatchObject({ noted: 1, already: 1, gone: 0 });

  expect(await standing()).toEqual({
    [ids[0]]: ["NOTED", "2018-08-06"],
    [ids[1]]: ["NOTED", "2018-08-07"],
    [ids[2]]: [null, null],
  });
  const entries = await db.auditEntry.findMany({ where: { subjectId: { in: ids }, verb: "arrival.note" } });
  expect(entries.map(({ after }) => after)).toEqual([{ arrivedOn: "2018-08-06" }, { arrivedOn: "2018-08-07" }]);
});

test("R26: who has left since the page was shown, and who is of another cohort, is left out and counted", async () => {
  const { ids, note, noShow, standing } = await opened();
  const other = await opened(1);
  await noShow(ids[1]);

  expect(await note({ enrolmentIds: [...ids, other.ids[0]] })).toMatchObject({ noted: 2, gone: 2 });
  expect(await other.standing()).toEqual({ [other.ids[0]]: [null, null] });
  expect(Object.keys(await standing()).sort()).toEqual([ids[0], ids[2]].sort());
});

test("R26: two desks that note the same person at one moment make one arrival", async () => {
  const { ids, note } = await opened(1);

  const answers = await Promise.all([note(), note()]);

  expect(answers.map(({ noted }) => noted).sort()).toEqual([0, 1]);
  expect(await db.arrival.count({ where: { enrolmentId: ids[0] } })).toBe(1);
});

test.each([
  ["NOBODY_CHOSEN", { enrolmentIds: [] }],
  ["ARRIVAL_AHEAD", { day: day("2018-08-08") }],
  ["ARRIVAL_DAY", { day: day("2018-08-03") }],
])("a wrong arrival is refused and writes nothing: %s", async (named, change) => {
  const { note, standing, ids } = await opened(1);

  await expect(note(change)).rejects.toMatchObject({ refusal: "INPUT_WRONG", figures: { case: named } });

  expect(await standing()).toEqual({ [ids[0]]: [null, null] });
});

test("R26: three days before the start is the earliest, by the parameter of the start", async () => {
  const { note } = await opened(1);

  expect(await note({ day: day("2018-08-04") })).toMatchObject({ noted: 1 });
});

test("R26: who arrived is no no-show until the arrival is undone, with a reason that stays", async () => {
  const { id: cohortId, ids, note, noShow } = await opened(1);
  await note();
  await expect(noShow(ids[0])).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    figures: { case: "NO_SHOW_ARRIVED", day: "2018-08-07" },
  });
  const arrivalId = (await findEnrolment(cohortId, ids[0]))?.arrival?.id as string;

  await undoArrival(staff(), { arrivalId, reason: "认错了人" });
  await expect(undoArrival(staff(), { arrivalId, reason: "再一次" })).rejects.toMatchObject({
    figures: { case: "ARRIVAL_UNDONE" },
  });
  await noShow(ids[0]);

  expect(await db.arrival.findMany({ where: { enrolmentId: ids[0] } })).toMatchObject([{ undoReason: "认错了人" }]);
  expect(await db.enrolment.findUnique({ where: { id: ids[0] } })).toMatchObject({ state: "NO_SHOW" });
});

test("R26: undone, the same person may be noted again", async () => {
  const { id: cohortId, ids, note, standing } = await opened(1);
  await note();
  const arrivalId = (await findEnrolment(cohortId, ids[0]))?.arrival?.id as string;
  await undoArrival(staff(), { arrivalId, reason: "日期记错" });

  await note({ day: day("2018-08-06") });

  expect(await standing()).toEqual({ [ids[0]]: ["NOTED", "2018-08-06"] });
});

test("R26: a mark of presence counts as arrived from the day of the lesson, and goes when the mark does", async () => {
  const { ids, lessons, people, standing, noShow } = await opened(2);
  const [early, late] = lessons as [string, string];
  const [one, two] = people as [string, string];
  await roll(staff(), early, { [one]: "ABSENT", [two]: "LATE" });
  await roll(staff(), late, { [one]: "PRESENT", [two]: "PRESENT" });

  expect(await standing()).toEqual({ [ids[0]]: ["ROLL", "2018-08-08"], [ids[1]]: ["ROLL", "2018-08-07"] });

  await expect(noShow(ids[0])).rejects.toMatchObject({ figures: { case: "NO_SHOW_CAME" } });
  await roll(staff(), late, { [one]: "ABSENT" });
  await noShow(ids[0]);
});

test("R26: nobody was present before the arrival: the day noted yields to an earlier mark", async () => {
  const { id: cohortId, ids, lesson, people, standing } = await opened(1);
  await roll(staff(), lesson, { [people[0] as string]: "PRESENT" });
  const later = day("2018-08-09");
  await noteArrivals(make.actor("BASE_STAFF", later), { cohortId, enrolmentIds: ids, day: later });

  expect(await standing()).toEqual({ [ids[0]]: ["NOTED", "2018-08-07"] });
});

test("invariants 4: staff and director note arrivals, nobody else", async () => {
  const { id: cohortId, ids } = await opened(1);
  const input = { cohortId, enrolmentIds: ids, day: first };

  for (const role of ["COUNTY_REVIEWER", "TRAINER", "AUDITOR"] as const)
    await expect(noteArrivals(make.actor(role, first), input)).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  expect(await noteArrivals(make.actor("BASE_DIRECTOR", first), input)).toMatchObject({ noted: 1 });
});

test("an arrival that does not exist is not undone", async () => {
  await expect(
    undoArrival(staff(), { arrivalId: "0192aaaa-0000-7000-8000-000000000000", reason: "x" }),
  ).rejects.toMatchObject({ figures: { case: "UNKNOWN_ARRIVAL" } });
});
