import { afterEach, expect, test } from "vitest";
import { adoptPending, discardPending } from "@/lib/attendance/commands/decide";
import { takeRoll } from "@/lib/attendance/commands/take";
import { listPending } from "@/lib/attendance/queries/pending";
import { listHistory } from "@/lib/audit/queries/entries";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { tellEntries } from "@/lib/report/queries/log/told";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { inClass, marksOf, pendingOf, roll } from "@/tests/support/rolls/scene";

/** R45: the base stands five days after the lesson. */
const daysLater = () =>
  sql(
    "owner",
    `SET session_replication_role = replica;
     INSERT INTO base (name, short_name, organiser, operator, is_demo, demo_day) VALUES ('x', 'x', 'x', 'x', true, '2018-08-12')`,
  );
afterEach(() => sql("owner", "SET session_replication_role = replica; DELETE FROM base"));

/** A lesson in which one person was marked present, and another desk that had not seen it says absent. */
async function twoDesks() {
  const { lesson, people } = await inClass({ people: 1 });
  const [person] = people as [string];
  const [first, second] = [make.actor(), make.actor()];
  await roll(first, lesson, { [person]: "PRESENT" });
  await roll(second, lesson, { [person]: "ABSENT" }, {});
  const pendingId = (await pendingOf(lesson))[0]?.id as string;
  return { lesson, person, pendingId, second };
}

test("I36: a pending mark shows both values, and adopted takes the place of the other", async () => {
  const { lesson, person, pendingId } = await twoDesks();

  expect(await listPending({ lessonId: lesson })).toMatchObject([
    { id: pendingId, mark: "ABSENT", standing: "PRESENT", cause: "OTHER_FIRST", takeable: true, over: false },
  ]);
  await adoptPending(make.actor(), { pendingId });

  expect(await marksOf(lesson)).toEqual({ [person]: "ABSENT" });
  expect(await listPending({ lessonId: lesson })).toEqual([]);
  expect(await db.auditEntry.count({ where: { subjectId: `${lesson}:${person}`, verb: "attendance.adopt" } })).toBe(1);
});

test("I36: dropped it leaves the roll as it is and is kept with the reason", async () => {
  const { lesson, person, pendingId } = await twoDesks();

  await discardPending(make.actor(), { pendingId, reason: "看错了人" });

  expect(await marksOf(lesson)).toEqual({ [person]: "PRESENT" });
  expect(await db.pendingMark.findUnique({ where: { id: pendingId } })).toMatchObject({
    state: "DISCARDED",
    decision: "看错了人",
  });
});

test("a pending mark is decided once", async () => {
  const { pendingId } = await twoDesks();
  await discardPending(make.actor(), { pendingId, reason: "看错了人" });

  const decided = { refusal: "WRONG_STATE", figures: { case: "DECIDED" } };
  await expect(adoptPending(make.actor(), { pendingId })).rejects.toMatchObject(decided);
  await expect(discardPending(make.actor(), { pendingId, reason: "x" })).rejects.toMatchObject(decided);
  await expect(adoptPending(make.actor(), { pendingId: newId() })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "UNKNOWN_PENDING" },
  });
});

test("R45: after the hours a roll asks for a reason, then for somebody else who may", async () => {
  const { lesson, people } = await inClass({ people: 1 });
  const [person] = people as [string];
  const [staff, director] = [make.actor(), make.actor("BASE_DIRECTOR")];
  await daysLater();
  const late = (actor = staff, reason?: string) =>
    takeRoll(actor, { lessonId: lesson, traineeIds: [person], marks: ["PRESENT"], versions: [0], reason });

  await expect(late()).rejects.toMatchObject({ refusal: "INPUT_WRONG", figures: { case: "ROLL_REASON" } });
  expect(await late(director, "停电，当天没点")).toMatchObject({ taken: 0, pending: 1 });
  const pendingId = (await pendingOf(lesson))[0]?.id as string;

  await expect(adoptPending(make.actor(), { pendingId })).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  await expect(adoptPending(director, { pendingId })).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  expect(await marksOf(lesson)).toEqual({});
  await adoptPending(make.actor("COUNTY_REVIEWER"), { pendingId });
  expect(await marksOf(lesson)).toEqual({ [person]: "PRESENT" });
});

test("I36: what a phone sends after the hours waits, once, however often it comes", async () => {
  const { lesson, people } = await inClass({ people: 1 });
  const [person] = people as [string];
  const phone = make.actor();
  await daysLater();
  const send = () =>
    takeRoll(phone, {
      lessonId: lesson,
      traineeIds: [person],
      marks: ["PRESENT"],
      versions: [0],
      deviceAt: "2018-08-07T03:00:00.000Z",
      skewSeconds: -720,
    });

  expect(await send()).toMatchObject({ taken: 0, pending: 1 });
  await send();

  expect(await listPending({ lessonId: lesson })).toMatchObject([{ cause: "LATE", skewSeconds: -720, over: true }]);
});

test("I36: what the roll can take no more is only dropped", async () => {
  const { lesson, people } = await inClass({ people: 1 });
  await make.cancelLesson(lesson);
  await roll(make.actor(), lesson, { [people[0] as string]: "PRESENT" });
  const pendingId = (await pendingOf(lesson))[0]?.id as string;

  await expect(adoptPending(make.actor(), { pendingId })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    figures: { case: "LESSON_CANCELLED" },
  });
  await expect(discardPending(make.actor("AUDITOR"), { pendingId, reason: "x" })).rejects.toMatchObject({
    refusal: "NOT_ALLOWED",
  });
  await discardPending(make.actor(), { pendingId, reason: "课已取消" });
  expect(await pendingOf(lesson)).toEqual([]);
});

test("U31: the history of a mark is told in words and names, without an id", async () => {
  const { lesson, person, pendingId } = await twoDesks();
  await adoptPending(make.actor(), { pendingId });

  const told = await tellEntries(await listHistory([`${lesson}:${person}`]), "zh-CN");

  expect(told.map(({ act, changes }) => [act, ...changes.map(({ before, after }) => [before, after])])).toEqual([
    ["已采用待处理考勤", ["到", "缺勤"]],
    ["考勤列入待处理", [undefined, "缺勤"], [undefined, "别人已先记"]],
    ["已保存点名", [undefined, "到"]],
  ]);
  for (const { about } of told) {
    expect(about).toContain("皮肤护理");
    expect(about).not.toMatch(/[0-9a-f]{8}-/);
  }
});
