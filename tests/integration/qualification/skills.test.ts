import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { setSkills } from "@/lib/qualification/commands/skills";
import { findAble, listOccupations, listSkills } from "@/lib/qualification/queries/skills";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";

const actor = make.actor();

/** An occupation that a course of its own trains for. */
async function occupation() {
  const name = `工种${newId().slice(-8)}`;
  const { id: courseId } = await make.course({ occupation: name });
  return { name, courseId };
}

test("what a trainer can teach is ticked and unticked, and noted in the history of the trainer", async () => {
  const [cook, beauty] = [(await occupation()).name, (await occupation()).name];
  const { id: trainerId } = await make.trainer();

  await setSkills(actor, { trainerId, skills: [cook, beauty], seen: [] });
  await setSkills(actor, { trainerId, skills: [beauty], seen: [beauty, cook] });

  expect(await listSkills(trainerId)).toEqual([beauty]);
  expect(await listOccupations()).toEqual(expect.arrayContaining([cook, beauty]));
  const entries = await sql(
    "app",
    "SELECT after FROM audit_entries WHERE subject_id = $1 AND verb = 'trainer.setSkills' ORDER BY id",
    [trainerId],
  );
  expect(entries).toEqual([{ after: { skills: [beauty, cook].sort() } }, { after: { skills: [beauty] } }]);
});

test("I27: two desks that tick at the same moment do not untick each other's", async () => {
  const [{ name: cook }, { name: beauty }, { id: trainerId }] = [
    await occupation(),
    await occupation(),
    await make.trainer(),
  ];

  const answers = await Promise.allSettled(
    [cook, beauty].map((skill) => setSkills(make.actor(), { trainerId, skills: [skill], seen: [] })),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await listSkills(trainerId)).toHaveLength(1);
  await expect(setSkills(actor, { trainerId, skills: [], seen: [] })).rejects.toMatchObject({ refusal: "STALE" });
});

test("an occupation that no course names is nobody's skill, through the form and to raw SQL; one that a course gave up stays", async () => {
  const { name, courseId } = await occupation();
  const { id: trainerId } = await make.trainer();
  await expect(setSkills(actor, { trainerId, skills: ["天文学家"], seen: [] })).rejects.toMatchObject({
    ...{ refusal: "INPUT_WRONG", field: "skills", figures: { case: "UNKNOWN_OCCUPATION", occupation: "天文学家" } },
  });
  const insert = (skill: string) => `INSERT INTO trainer_skills VALUES ('${trainerId}', '${skill}')`;
  await expect(sql("app", noted(insert("天文学家"), trainerId))).rejects.toMatchObject({
    ...{ code: "QD001", detail: expect.stringContaining("UNKNOWN_OCCUPATION") },
  });
  await expect(sql("app", insert(name))).rejects.toMatchObject({ message: "AUDIT_MISSING" });

  await setSkills(actor, { trainerId, skills: [name], seen: [] });
  await sql("app", noted(`UPDATE courses SET occupation = NULL WHERE id = '${courseId}'`, courseId));
  await setSkills(actor, { trainerId, skills: [name], seen: [name] });
  expect(await listOccupations()).not.toContain(name);
  expect(await listOccupations([name])).toContain(name);
});

test("a trainer nobody knows teaches nothing", async () => {
  await expect(setSkills(actor, { trainerId: newId(), skills: [], seen: [] })).rejects.toMatchObject({
    figures: { case: "UNKNOWN_TRAINER" },
  });
});

test("R33: who can teach a cohort has an occupation of its course, the covered ones too; where certificates have ended, it is told", async () => {
  const [main, covered] = [await occupation(), await occupation()];
  const { id: cohortId } = await make.cohort({ courseId: main.courseId });
  await sql(
    "app",
    noted(
      `INSERT INTO course_occupations (course_id, occupation, level) VALUES ('${main.courseId}', '${covered.name}', '')`,
      main.courseId,
    ),
  );
  const [first, second, other] = [await make.trainer(), await make.trainer(), await make.trainer()];
  await setSkills(actor, { trainerId: first.id, skills: [main.name], seen: [] });
  await setSkills(actor, { trainerId: second.id, skills: [covered.name], seen: [] });
  await make.trainerCertificate(second.id, { validUntil: day("2018-08-01") });

  const found = await findAble([cohortId], day("2018-08-07"));

  expect(found.able[cohortId]?.toSorted()).toEqual([first.id, second.id].sort());
  expect(found.able[cohortId]).not.toContain(other.id);
  expect([found.lapsed[second.id], found.lapsed[first.id]]).toEqual(["2018-08-01", undefined]);
  expect((await findAble([cohortId], day("2018-08-01"))).lapsed[second.id]).toBeUndefined();
});
