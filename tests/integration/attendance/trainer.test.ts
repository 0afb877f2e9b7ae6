import { expect, test } from "vitest";
import { createAccount, inviteAccount } from "@/lib/account/commands/create";
import { changeRole } from "@/lib/account/commands/manage";
import { findRoll } from "@/lib/attendance/queries/roll";
import { listUntaken } from "@/lib/attendance/queries/untaken";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { inClass, marksOf, pendingOf, roll } from "@/tests/support/rolls/scene";

/** A trainer with an account of the own, and one lesson of theirs beside one of somebody else. */
async function trainerInClass() {
  const own = await inClass({ people: 1 });
  const foreign = await inClass({ people: 1 });
  const { trainerId } = await db.lesson.findUniqueOrThrow({ where: { id: own.lesson }, select: { trainerId: true } });
  const base = make.actor("TRAINER");
  const username = `t${base.id.replaceAll("-", "").slice(-20)}`;
  await createAccount(make.actor("SEC_ADMIN"), { id: base.id, username, name: "李蓉", role: "TRAINER", trainerId });
  const actor: Actor = { ...base, trainerId };
  return { actor, trainerId, own, foreign, person: own.people[0] as string, stranger: foreign.people[0] as string };
}

test("I32, R94: a trainer takes the rolls of the own lessons; any other lesson is not there", async () => {
  const { actor, own, foreign, person, stranger } = await trainerInClass();

  expect(await roll(actor, own.lesson, { [person]: "PRESENT" })).toMatchObject({ taken: 1 });

  expect(await findRoll(actor, own.lesson)).not.toBeNull();
  expect(await findRoll(actor, foreign.lesson)).toBeNull();
  expect((await listUntaken(actor)).map(({ id }) => id)).not.toContain(foreign.lesson);
  await expect(roll(actor, foreign.lesson, { [stranger]: "PRESENT" })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "UNKNOWN_LESSON" },
  });
  expect(await marksOf(foreign.lesson)).toEqual({});
});

test("R94: the law takes no mark of a trainer in a lesson of somebody else, pending or not", async () => {
  const { actor, foreign, stranger } = await trainerInClass();
  const noted = `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
    VALUES ('psql', '-', 'x.force', 'attendance', '${foreign.lesson}:${stranger}');`;

  for (const statement of [
    `INSERT INTO attendances (lesson_id, trainee_id, mark, marked_by_id) VALUES ('${foreign.lesson}', '${stranger}', 'PRESENT', '${actor.id}')`,
    `INSERT INTO pending_marks (id, lesson_id, trainee_id, mark, cause, seen_version, sent_by_id)
     VALUES (gen_random_uuid(), '${foreign.lesson}', '${stranger}', 'PRESENT', 'LATE', 0, '${actor.id}')`,
  ])
    await expect(sql("app", noted + statement)).rejects.toMatchObject({ detail: expect.stringContaining("SIGNATURE") });
});

test("I36: what a trainer sends over another mark waits like everybody's", async () => {
  const { actor, own, person } = await trainerInClass();
  await roll(make.actor(), own.lesson, { [person]: "PRESENT" });

  expect(await roll(actor, own.lesson, { [person]: "ABSENT" }, {})).toMatchObject({ taken: 0, pending: 1 });
  expect(await pendingOf(own.lesson)).toMatchObject([{ sentById: actor.id }]);
});

test("R100: an account of a trainer names one, which no other account has, and another role names none", async () => {
  const { trainerId } = await trainerInClass();
  const admin = await make.signer("SEC_ADMIN");
  const invite = (change: object) =>
    inviteAccount(admin, {
      username: `n${Date.now() % 1e9}x`,
      name: "新教师",
      role: "TRAINER",
      trainerId: undefined,
      ...change,
    });

  await expect(invite({})).rejects.toMatchObject({ figures: { case: "TRAINER_NEEDED" } });
  await expect(invite({ trainerId })).rejects.toMatchObject({ figures: { case: "TRAINER_HAS_ACCOUNT" } });
  await expect(invite({ role: "BASE_STAFF", trainerId })).rejects.toMatchObject({
    figures: { case: "NO_TRAINER_ROLE" },
  });
  const free = (await make.trainer("洛桑")).id;
  const { id } = await invite({ trainerId: free });

  // With another role the lessons go.
  await changeRole(admin, { accountId: id, version: 1, role: "BASE_STAFF", trainerId: undefined, reason: "转岗" });
  expect(await db.account.findUnique({ where: { id }, select: { role: true, trainerId: true } })).toEqual({
    role: "BASE_STAFF",
    trainerId: null,
  });
});
