import { expect, test } from "vitest";
import { type About, namesOf, takeOutcome } from "@/lib/command/outcome";
import { db, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import * as make from "@/tests/support/make";

/** What an action keeps of an act when it leads on. */
async function acted(actorId: string, verb: string, about: About, told = {}) {
  const answer = { to: "/", about, told };
  await transaction((tx) =>
    tx.submission.create({ data: { actorId, key: newId(), verb, inputHash: "", answer }, select: { key: true } }),
  );
  const outcome = await takeOutcome(actorId, "/");
  return outcome && namesOf(outcome.about);
}

test("issue 8.3: a banner names the lesson with day and hour, the trainer, the account and the course", async () => {
  const { id: actorId } = make.actor();
  const { id: courseId } = await make.course({ name: "面点课" });
  const { id: trainerId } = await make.trainer("次仁拉姆");
  const { id: lessonId } = await make.lesson({ title: "和面" });
  const account = await make.signer("AUDITOR");
  const named = async (verb: string, about: About) => acted(actorId, verb, about);

  expect(await named("lesson.move", { lessonId })).toMatchObject({
    lesson: expect.stringMatching(/^2018-08-07 \d\d:\d\d 和面$/),
  });
  expect(await named("trainer.leave", { trainerId })).toMatchObject({ trainer: "次仁拉姆" });
  expect(await named("account.disable", { accountId: account.id })).toMatchObject({ account: account.name });
  expect(await named("course.open", { courseId })).toMatchObject({ course: "面点课", person: "" });
  expect(await namesOf({ lessonId: newId() })).toMatchObject({ lesson: "" });
  expect(await db.submission.count({ where: { actorId, toldAt: null } })).toBe(0);
});
