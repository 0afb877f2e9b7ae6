import pg from "pg";
import { expect, test, vi } from "vitest";
import { day } from "@/lib/value/calendar";
import { appUrl, sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { allAtOnce, insertEnrolment } from "@/tests/support/raw";

const drift = () => sql("app", "SELECT counter, year, kept, counted FROM checks.headcount_drift");
const headsOf = async (year: number) =>
  (await sql("app", "SELECT heads, repeated, outside FROM headcounts WHERE year = $1", [year]))[0];
const move = (id: string, change: string) =>
  sql(
    "owner",
    `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'cohort.edit', 'cohort', '${id}'))
     UPDATE cohorts SET ${change} WHERE id = '${id}'`,
  );

test("R24: the first place makes a head, the second a repeated one, and both go again; an application is nobody yet", async () => {
  const [one, two] = [
    await make.cohort({ startsOn: day("2041-03-03") }),
    await make.cohort({ startsOn: day("2041-04-01") }),
  ];
  const first = await make.enrolment(one.id);
  const second = await make.enrolment(two.id, { traineeId: first.traineeId });
  await make.enrolment(two.id);
  await make.application(one.id);
  expect(await headsOf(2041)).toEqual({ heads: 2, repeated: 1, outside: 0 });

  await leave(second.id);
  expect(await headsOf(2041)).toEqual({ heads: 2, repeated: 0, outside: 0 });
  await leave(first.id);
  expect(await headsOf(2041)).toEqual({ heads: 1, repeated: 0, outside: 0 });
  expect(await drift()).toEqual([]);
});

test("R27: a cohort that moves to another year or off the base takes its people along", async () => {
  const stays = await make.cohort({ startsOn: day("2043-03-03") });
  const goes = await make.cohort({ startsOn: day("2043-04-01") });
  const { traineeId } = await make.enrolment(stays.id);
  await make.enrolment(goes.id, { traineeId });
  await make.enrolment(goes.id);

  await move(goes.id, "starts_on = '2044-04-01', ends_on = '2044-04-30'");
  expect([await headsOf(2043), await headsOf(2044)]).toEqual([
    { heads: 1, repeated: 0, outside: 0 },
    { heads: 2, repeated: 0, outside: 0 },
  ]);

  await move(goes.id, "at_base = false, place = '扎格村'");
  expect(await headsOf(2044)).toEqual({ heads: 0, repeated: 0, outside: 2 });
  expect(await drift()).toEqual([]);
});

test("R24: the same people enrolled at once in several cohorts are counted once, and nobody waits in a circle", async () => {
  const cohorts: { id: string }[] = [];
  for (let n = 0; n < 4; n++)
    cohorts.push(await make.cohort({ startsOn: day("2045-03-03"), ...(n % 2 && { atBase: false, place: "扎格村" }) }));
  const people = await Promise.all(Array.from({ length: 3 }, () => make.trainee()));

  const taken = await allAtOnce(people.flatMap(({ id }) => cohorts.map((cohort) => insertEnrolment(id, cohort.id))));

  expect(taken).toEqual(taken.map(() => true));
  expect(await headsOf(2045)).toEqual({ heads: 3, repeated: 3, outside: 3 });
  expect(await drift()).toEqual([]);
});

test("R24, R27: off the base first or last, those who enrol in one year wait for each other and never in a circle", async () => {
  const cohort = (atBase: boolean) =>
    make.cohort({ startsOn: day("2046-03-03"), ...(!atBase && { atBase, place: "扎格村" }) });
  const enrolled = async (atBase: boolean) => insertEnrolment((await make.trainee()).id, (await cohort(atBase)).id);
  const [outside, base] = [
    [await enrolled(false), await enrolled(true)],
    [await enrolled(true), await enrolled(false)],
  ] as const;
  const [one, two] = [await connected(), await connected()];

  await one.query(`BEGIN; ${outside[0]}`);
  const second = two.query(`BEGIN; ${base[0]}`);
  await vi.waitFor(async () => expect(await sql("owner", "SELECT FROM pg_locks WHERE NOT granted")).not.toEqual([]));
  await one.query(`${outside[1]}; COMMIT`);
  await second;
  await two.query(`${base[1]}; COMMIT`);

  await Promise.all([one.end(), two.end()]);
  expect(await headsOf(2046)).toEqual({ heads: 2, repeated: 0, outside: 2 });
  expect(await drift()).toEqual([]);
});

test("I3: the portal may read the counters and move none of them", async () => {
  for (const change of [
    "UPDATE headcounts SET heads = 0",
    "INSERT INTO headcounts (year) VALUES (2099)",
    "DELETE FROM trainee_years",
    "UPDATE trainee_years SET places = 9",
    "SELECT move_heads(2041, true, gen_random_uuid(), 1)",
  ])
    await expect(sql("app", change), change).rejects.toMatchObject({ code: "42501" });
});

test("control: a counter that was moved past the law is found", async () => {
  await sql("owner", "UPDATE headcounts SET heads = heads + 1 WHERE year = 2041");
  const found = await drift();
  await sql("owner", "UPDATE headcounts SET heads = heads - 1 WHERE year = 2041");

  expect(found).toEqual([{ counter: "heads", year: 2041, kept: 2, counted: 1 }]);
});

const leave = (id: string) =>
  sql(
    "owner",
    `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'enrolment.cancel', 'enrolment', '${id}'))
     UPDATE enrolments SET state = 'CANCELLED', state_reason = '-' WHERE id = '${id}'`,
  );

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: appUrl() });
  await client.connect();
  return client;
}
