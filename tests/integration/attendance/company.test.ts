import { expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import { listOwnToday } from "@/lib/attendance/queries/door";
import { findRoll } from "@/lib/attendance/queries/roll";
import { listUntaken } from "@/lib/attendance/queries/untaken";
import type { Actor } from "@/lib/auth/actor";
import { appointTeacher, endTeacher } from "@/lib/class-teacher/commands";
import { listPosts } from "@/lib/class-teacher/queries";
import { addHelper, removeHelper } from "@/lib/lesson-helper/commands";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";
import { inClass, marksOf, roll } from "@/tests/support/rolls/scene";
import { standNowhere, standOn } from "@/tests/support/rolls/term";

// I32, R94: whose roll a lesson is, in the questions of the pages and in the law.

const staff = make.actor();
const [first, second] = [day("2018-08-07"), day("2018-08-08")];

/** Somebody of the register who signs in, and a cohort with two lessons of somebody else. */
async function signedIn() {
  const { id: trainerId } = await make.trainer("卓玛");
  const base = make.actor("TRAINER");
  const username = `t${base.id.replaceAll("-", "").slice(-20)}`;
  await createAccount(make.actor("SEC_ADMIN"), { id: base.id, username, name: "卓玛", role: "TRAINER", trainerId });
  const scene = await inClass({ people: 1, days: [first, second] });
  const [one, two] = scene.lessons as [string, string];
  const actor: Actor = { ...base, trainerId };
  return { actor, trainerId, cohortId: scene.id, one, two, person: scene.people[0] as string };
}

/** A mark and a pending mark as psql would write them for this account, with their entry. */
const forced = (actor: Actor, lesson: string, person: string) => {
  const entry = `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
    VALUES ('psql', '-', 'x.force', 'attendance', '${lesson}:${person}');`;
  return {
    mark: `${entry} INSERT INTO attendances (lesson_id, trainee_id, mark, marked_by_id) VALUES ('${lesson}', '${person}', 'PRESENT', '${actor.id}')`,
    pending: `${entry} INSERT INTO pending_marks (id, lesson_id, trainee_id, mark, cause, seen_version, sent_by_id)
      VALUES (gen_random_uuid(), '${lesson}', '${person}', 'PRESENT', 'LATE', 0, '${actor.id}')`,
  };
};

async function expectNoWay(actor: Actor, lesson: string, person: string) {
  expect(await findRoll(actor, lesson)).toBeNull();
  expect((await listUntaken(actor)).map(({ id }) => id)).not.toContain(lesson);
  await expect(roll(actor, lesson, { [person]: "ABSENT" })).rejects.toMatchObject({
    figures: { case: "UNKNOWN_LESSON" },
  });
  const { mark, pending } = forced(actor, lesson, person);
  await expect(sql("app", mark)).rejects.toMatchObject({ detail: expect.stringContaining("SIGNATURE") });
  await expect(sql("app", pending)).rejects.toMatchObject({ detail: expect.stringContaining("SIGNATURE") });
}

test("I32: a class teacher takes the rolls of the cohort's lessons on the days of the post, and no others", async () => {
  const { actor, trainerId, cohortId, one, two, person } = await signedIn();
  await expectNoWay(actor, one, person);

  await appointTeacher(staff, { cohortId, trainerId, fromDay: first, untilDay: first });

  expect((await listUntaken(actor)).map(({ id }) => id)).toEqual([one]);
  expect(await roll(actor, one, { [person]: "PRESENT" })).toMatchObject({ taken: 1 });
  expect(await marksOf(one)).toEqual({ [person]: "PRESENT" });
  await expectNoWay(actor, two, person);
});

test("I32: a post that ends takes the rolls with it, those after its last day", async () => {
  const { actor, trainerId, cohortId, one, two, person } = await signedIn();
  await appointTeacher(staff, { cohortId, trainerId, fromDay: first, untilDay: undefined });
  expect((await listUntaken(actor)).map(({ id }) => id)).toEqual([one, two]);

  const [{ id: postId } = { id: "" }] = await listPosts({ cohortId });
  await endTeacher(staff, { cohortId, postId, untilDay: first });

  expect(await findRoll(actor, one)).not.toBeNull();
  await expectNoWay(actor, two, person);
});

test("I32: a helper takes the roll of that lesson and no other of the cohort, until taken out of it", async () => {
  const { actor, trainerId, one, two, person } = await signedIn();
  await addHelper(staff, { lessonId: one, trainerId, role: "INTERPRETER" });

  expect(await roll(actor, one, { [person]: "LATE" })).toMatchObject({ taken: 1 });
  await expectNoWay(actor, two, person);

  await removeHelper(staff, { lessonId: one, trainerId, role: "INTERPRETER" });
  expect(await findRoll(actor, one)).toBeNull();
  const { pending } = forced(actor, one, person);
  await expect(sql("app", pending)).rejects.toMatchObject({ detail: expect.stringContaining("SIGNATURE") });
});

test("I32: to lead one cohort or help in one lesson opens nothing of another", async () => {
  const { actor, trainerId, cohortId } = await signedIn();
  const other = await signedIn();
  await appointTeacher(staff, { cohortId, trainerId, fromDay: first, untilDay: undefined });
  await addHelper(staff, { lessonId: other.one, trainerId: other.trainerId, role: "SUPERVISOR" });

  await expectNoWay(actor, other.one, other.person);
});

test("R94: an account of another role is nobody of the register, so that no post opens a roll to it", async () => {
  const { actor } = await signedIn();
  const other = noted(`UPDATE accounts SET role = 'AID_OFFICER' WHERE id = '${actor.id}'`, actor.id);

  await expect(sql("app", other)).rejects.toMatchObject({ constraint: "only_trainers_have_lessons" });
});

test("/m lists the lessons of the day whose rolls this person takes: taught, helped in, led", async () => {
  const { actor, trainerId, one, two } = await signedIn();
  await standOn(first);
  try {
    expect(await listOwnToday(actor)).toEqual([]);
    await addHelper(staff, { lessonId: one, trainerId, role: "INTERPRETER" });
    await addHelper(staff, { lessonId: two, trainerId, role: "INTERPRETER" });
    expect((await listOwnToday(actor)).map(({ id }) => id)).toEqual([one]);
  } finally {
    await standNowhere();
  }
});
