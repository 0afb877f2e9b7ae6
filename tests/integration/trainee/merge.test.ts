import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { findFacts } from "@/lib/enrolment/queries/facts";
import { approveMerge, proposeMerge, rejectMerge, tellApart } from "@/lib/trainee/commands/merge";
import { findOwners, listIdsOfNumber } from "@/lib/trainee/queries/by-number";
import { listTrainees } from "@/lib/trainee/queries/list";
import { listIdsFound } from "@/lib/trainee/queries/search";
import { traineeFilter } from "@/lib/trainee/schema";
import { findTraineeFile } from "@/lib/trainee-file/queries/file";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const today = day("2018-09-04");
let [clerk, head] = [make.actor(), make.actor()];

beforeAll(async () => {
  clerk = await make.signer("BASE_STAFF", today);
  head = await make.signer("BASE_DIRECTOR", today);
});

const drift = () => sql("app", "SELECT counter, year, kept, counted FROM checks.headcount_drift");
const headsOf = async (year: number) =>
  (await sql("app", "SELECT heads, repeated, outside FROM headcounts WHERE year = $1", [year]))[0];
const counted = async (year: number, heldAt: string) =>
  (await listTrainees(traineeFilter.parse({ trained: String(year), heldAt }))).total;

async function proposed(keptId: string, mergedId: string) {
  await proposeMerge(clerk, { keptId, mergedId, reason: "同一个人登记了两次" });
  const { id } = await db.traineeMerge.findFirstOrThrow({ where: { keptId, mergedId, approved: null } });
  return id;
}

const merge = async (keptId: string, mergedId: string) =>
  approveMerge(head, { mergeId: await proposed(keptId, mergedId) });

/** Somebody whose training in a cohort of this year is over, so that the row may be merged. */
async function trained(startsOn: string, change: { traineeId?: string; outside?: boolean } = {}) {
  const place = change.outside && { atBase: false, place: "扎格村" };
  const cohort = await make.cohort({ startsOn: day(startsOn), ...place });
  const { id, traineeId } = await make.enrolment(cohort.id, change.traineeId ? { traineeId: change.traineeId } : {});
  return { id, traineeId, cohortId: cohort.id };
}

const end = (enrolmentId: string, state = "DROPPED") =>
  later(enrolmentId, `state = '${state}', ended_on = now()::date`);

/** As the owner, past the rules about lessons and signatures, which are not what is tested here. */
const later = (enrolmentId: string, change: string) =>
  sql(
    "owner",
    `SET session_replication_role = replica; UPDATE enrolments SET ${change} WHERE id = '${enrolmentId}'; SET session_replication_role = origin`,
  );

test("R5, R24: 人次 stays and 人数 falls where both counted in a year, at the base and off it apart", async () => {
  const one = await trained("2061-03-03");
  const two = await trained("2061-04-01");
  await trained("2061-05-01", { traineeId: one.traineeId, outside: true });
  const away = await trained("2061-06-01", { traineeId: two.traineeId, outside: true });
  const next = await trained("2062-03-03", { traineeId: two.traineeId });
  for (const { id } of [two, away, next]) await end(id);
  expect([await headsOf(2061), await headsOf(2062)]).toEqual([
    { heads: 2, repeated: 0, outside: 2 },
    { heads: 1, repeated: 0, outside: 0 },
  ]);

  await merge(one.traineeId, two.traineeId);

  expect([await headsOf(2061), await headsOf(2062)]).toEqual([
    { heads: 1, repeated: 1, outside: 1 },
    { heads: 1, repeated: 0, outside: 0 },
  ]);
  expect(await sql("app", "SELECT held FROM training_years WHERE year = 2061")).toEqual([{ held: 2 }]);
  expect([await counted(2061, "BASE"), await counted(2061, "OUTSIDE"), await counted(2062, "BASE")]).toEqual([1, 1, 1]);
  expect(await drift()).toEqual([]);
});

test("R5: a kept person is merged further with all that were merged into him, and a later drop of a place counts for him", async () => {
  const [first, second, third] = [
    await trained("2063-03-03"),
    await trained("2063-04-01"),
    await trained("2063-05-01"),
  ];
  await end(first.id);
  await merge(second.traineeId, first.traineeId);
  await end(second.id);
  await merge(third.traineeId, second.traineeId);

  const rows = await db.trainee.findMany({
    where: { id: { in: [first.traineeId, second.traineeId] } },
    select: { mergedIntoId: true },
  });
  expect(rows.map(({ mergedIntoId }) => mergedIntoId)).toEqual([third.traineeId, third.traineeId]);
  expect(await headsOf(2063)).toEqual({ heads: 1, repeated: 1, outside: 0 });

  for (const { id } of [first, second]) {
    await later(id, "state = 'CONFIRMED', ended_on = NULL");
    await sql(
      "owner",
      `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'enrolment.cancel', 'enrolment', '${id}'))
       UPDATE enrolments SET state = 'CANCELLED', state_reason = 'x', ended_on = now()::date WHERE id = '${id}'`,
    );
  }
  expect(await headsOf(2063)).toEqual({ heads: 1, repeated: 0, outside: 0 });
  expect(await drift()).toEqual([]);
});

test("R5: a merged row rests and leads to the kept person, by number, search and list", async () => {
  const number = make.idNumber();
  const { id: keptId } = await make.trainee();
  const { id: mergedId } = await make.trainee({ idNumber: number, name: "尼玛旺久" });
  const { id: cohortId } = await make.cohort();
  await merge(keptId, mergedId);

  const rests = { figures: { case: "TRAINEE_MERGED", traineeId: keptId } };
  await expect(proposeMerge(clerk, { keptId, mergedId, reason: "x" })).rejects.toMatchObject(rests);
  await expect(make.enrolment(cohortId, { traineeId: mergedId })).rejects.toMatchObject(rests);
  await expect(
    sql(
      "app",
      `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'x.force', 'x', '${mergedId}'); UPDATE trainees SET note = 'x' WHERE id = '${mergedId}'`,
    ),
  ).rejects.toMatchObject({ detail: expect.stringContaining("TRAINEE_MERGED") });
  await expect(sql("app", `UPDATE trainees SET merged_into_id = NULL WHERE id = '${mergedId}'`)).rejects.toThrow(
    /permission denied/,
  );
  expect([...(await findOwners(db, [number])).values()]).toEqual([keptId]);
  expect(await listIdsOfNumber({ column: "id_number", number })).toEqual([keptId]);
  expect((await listIdsFound(db, "尼玛旺久", 1000)).ids).not.toContain(mergedId);
});

test("R5: a person under way is not merged, nor two who fill two places of one cohort", async () => {
  const running = await trained("2064-03-03");
  const { id: keptId } = await make.trainee();
  await expect(proposed(keptId, running.traineeId)).rejects.toMatchObject({ figures: { case: "MERGE_RUNNING" } });

  const other = await make.enrolment(running.cohortId);
  await end(running.id);
  await expect(proposed(other.traineeId, running.traineeId)).rejects.toMatchObject({
    figures: { case: "MERGE_SAME_COHORT" },
  });
});

test("I16, R5: nobody merges alone; a pair that is told apart stays two", async () => {
  const [one, two] = [await make.trainee(), await make.trainee()];
  const mergeId = await proposed(one.id, two.id);
  await expect(proposed(two.id, one.id)).rejects.toMatchObject({ figures: { case: "MERGE_OPEN" } });
  await expect(approveMerge({ ...clerk, role: "BASE_DIRECTOR" }, { mergeId })).rejects.toMatchObject({
    refusal: "SAME_PERSON",
  });
  await expect(approveMerge(clerk, { mergeId })).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  const force = (statement: string) =>
    sql(
      "app",
      `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'x.force', 'x', '${two.id}'); ${statement}`,
    );
  for (const statement of [
    `UPDATE trainee_merges SET approved = true, decided_by_id = '${clerk.id}' WHERE id = '${mergeId}'`,
    `UPDATE trainee_merges SET approved = true, decided_by_id = gen_random_uuid() WHERE id = '${mergeId}'`,
    `INSERT INTO trainees SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'id_number_hash', 'x',
       'merged_into_id', '${one.id}'))).* FROM trainees t WHERE t.id = '${two.id}'`,
    `UPDATE trainee_merges SET kept_id = merged_id WHERE id = '${mergeId}'`,
    `INSERT INTO trainee_merges (id, kept_id, merged_id, reason, proposed_by_id, approved, decided_by_id)
     VALUES (gen_random_uuid(), '${one.id}', '${two.id}', 'x', '${clerk.id}', true, '${head.id}')`,
  ])
    await expect(force(statement)).rejects.toThrow(/WRONG_STATE|SAME_PERSON|permission denied/);

  await rejectMerge(head, { mergeId, reason: "不是同一个人" });
  await expect(approveMerge(head, { mergeId })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await tellApart(clerk, { keptId: one.id, mergedId: two.id });
  expect(await db.trainee.count({ where: { id: { in: [one.id, two.id] }, mergedIntoId: null } })).toBe(2);
  const histories = await db.auditEntry.findMany({
    where: { subjectId: { in: [one.id, two.id] }, verb: "trainee.rejectMerge" },
  });
  expect(histories).toHaveLength(2);
});

test("R32: the rules about a person see the places of the rows merged into him", async () => {
  const earlier = await trained("2065-03-03");
  await end(earlier.id);
  const { id: keptId } = await make.trainee();
  const { id: cohortId } = await make.cohort({ startsOn: day("2065-06-01") });
  const trainedOf = async () => (await findFacts(db, cohortId, [keptId]))?.people.get(keptId)?.trained;
  expect(await trainedOf()).toBe(0);

  await merge(keptId, earlier.traineeId);

  expect(await trainedOf()).toBe(1);
  expect((await findTraineeFile(keptId, head)).cohorts.map(({ state }) => state)).toEqual(["DROPPED"]);
});
