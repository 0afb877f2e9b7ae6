import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { editTrainer, leaveTrainer, registerTrainer } from "@/lib/trainer/commands";
import { findTrainer, listTrainers, listTrainersToBook } from "@/lib/trainer/queries";
import { editTrainerInput, leaveTrainerInput, registerTrainerInput } from "@/lib/trainer/schema";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const actor = make.actor();
const register = (name: string) => registerTrainer(actor, registerTrainerInput.parse({ name, speciality: "美容" }));
const toBook = async (on: string) => (await listTrainersToBook(day(on))).map(({ id }) => id);
const notes = (id: string) =>
  sql("owner", "SELECT verb, before, after FROM audit_entries WHERE subject_id = $1 ORDER BY id", [id]);

test("R40: a new trainer has taught nothing, can be booked at once, and is noted", async () => {
  const { id } = await register("  泽仁  ");

  expect(await findTrainer(id, 2018)).toMatchObject({ name: "泽仁", unit: "", held: 0, lessons: [], leftOn: null });
  expect((await listTrainers(day("2018-08-07"))).find((one) => one.id === id)).toMatchObject({
    periods: 0,
    lessons: 0,
    coming: 0,
  });
  expect(await toBook("2018-08-07")).toContain(id);
  expect(await notes(id)).toEqual([
    { verb: "trainer.register", before: {}, after: { name: "泽仁", unit: "", speciality: "美容" } },
  ]);
});

test("R36: from the day a trainer left nobody books him, the day before everybody may", async () => {
  const { id } = await register("曲珍");

  await leaveTrainer(actor, { trainerId: id, version: 1, leftOn: day("2018-08-16") });

  expect(await toBook("2018-08-15")).toContain(id);
  expect(await toBook("2018-08-16")).not.toContain(id);
  expect((await findTrainer(id, 2018))?.leftOn).toBe("2018-08-16");
});

test("those who left stand at the end of the list, and keep what they taught", async () => {
  const [gone, here] = [await register("阿布一"), await register("阿布二")];
  const cohort = await make.cohort();
  await make.lesson({ cohorts: [cohort.id], trainerId: gone.id, day: day("2018-08-07"), classroomNumber: 4 });
  await leaveTrainer(actor, { trainerId: gone.id, version: 1, leftOn: day("2018-08-20") });

  const list = await listTrainers(day("2018-08-22"));
  const ids = list.map(({ id }) => id);

  expect(ids.indexOf(here.id)).toBeLessThan(ids.indexOf(gone.id));
  expect(list.find(({ id }) => id === gone.id)).toMatchObject({ leftOn: "2018-08-20", periods: 4, lessons: 1 });
});

test("R40: the lessons of a trainer are those of the asked year, in order, without the cancelled ones", async () => {
  const { id } = await register("格桑");
  const [cohort, next] = [
    await make.cohort({ startsOn: day("2018-12-17"), endsOn: day("2018-12-31") }),
    await make.cohort({ startsOn: day("2019-01-02") }),
  ];
  const of = { trainerId: id, classroomNumber: 7 };
  await make.lesson({ ...of, cohorts: [cohort.id], day: day("2018-12-31"), title: "收尾" });
  await make.lesson({ ...of, cohorts: [cohort.id], day: day("2018-12-18"), title: "开头" });
  await make.lesson({ ...of, cohorts: [next.id], day: day("2019-01-02"), title: "来年" });
  const { id: off } = await make.lesson({ ...of, cohorts: [cohort.id], day: day("2018-12-19"), title: "停电" });
  await make.cancelLesson(off);

  const found = await findTrainer(id, 2018);

  expect(found?.lessons.map(({ title }) => title)).toEqual(["开头", "收尾"]);
  expect(found?.lessons[0]).toMatchObject({ day: "2018-12-18", cohorts: [cohort.number], periods: 4 });
  expect((await findTrainer(id, 2019))?.lessons.map(({ title }) => title)).toEqual(["来年"]);
});

test("I27: a trainer nobody knows and a stale page are refused, and an address that is no trainer finds none", async () => {
  const { id } = await register("扎西");
  const edit = editTrainerInput.parse({ trainerId: id, version: 1, name: "扎西", unit: "县职校" });
  await editTrainer(actor, edit);

  await expect(editTrainer(actor, { ...edit, trainerId: newId() })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "UNKNOWN_TRAINER" },
  });
  await expect(leaveTrainer(actor, { trainerId: id, version: 1, leftOn: day("2018-08-16") })).rejects.toMatchObject({
    refusal: "STALE",
  });
  expect([await findTrainer("nobody", 2018), await findTrainer(newId(), 2018)]).toEqual([null, null]);
  expect((await notes(id)).map(({ verb }) => verb)).toEqual(["trainer.register", "trainer.edit"]);
});

test("R12: a trainer's name is written in the one alphabet of names, like a trainee's", () => {
  const read = (name: string) => registerTrainerInput.safeParse({ name });

  expect(read(" 达瓦•卓玛 ").data).toMatchObject({ name: "达瓦·卓玛" });
  expect(["李?蓉", "李□蓉", "李蓉😀"].map((name) => read(name).error?.issues[0]?.message)).toEqual([
    ...Array(3).fill("nameLost"),
  ]);
  expect(read("李蓉2").error?.issues[0]).toMatchObject({ message: "name" });
});

test("U24: a trainer needs a name, and a day of leaving that exists", () => {
  expect(registerTrainerInput.safeParse({ name: " " }).error?.issues[0]).toMatchObject({ message: "required" });
  expect(registerTrainerInput.safeParse({ name: "字".repeat(61) }).error?.issues[0]).toMatchObject({
    message: "tooLong",
  });
  const left = leaveTrainerInput.safeParse({ trainerId: newId(), version: "1", leftOn: "2018-02-30" });
  expect(left.error?.issues[0]).toMatchObject({ path: ["leftOn"], message: "day" });
});
