import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import { type Desk, openForm } from "@/tests/support/form-post";
import * as make from "@/tests/support/make";
import * as race from "@/tests/support/race";
import { rounds, seed } from "@/tests/support/rounds";

// Forms without script, each with a key of its own, sent at once to two server processes on one database.
const times = rounds(10, 50);
const approval = { place: "CONFIRMED", reason: "补录" };

let people: string[];
let staff: Desk[];
let directors: Desk[];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  [people, staff, directors] = [
    await race.adults(64),
    await race.desks("BASE_STAFF", 64),
    await race.desks("BASE_DIRECTOR", 64),
  ];
});

test.beforeEach(() => test.setTimeout(900_000));
test.afterEach(() => void process.stdout.write(`forms sent again after BUSY or a fault: ${race.countRepeats()}\n`));

test("I2: of 64 clients for the last 5 places of a cohort five get one; acknowledged, stored, counted and noted agree", async () => {
  for (let round = 0; round < times; round++) {
    const { id } = await race.almostFull(2040);
    const forms = await race.openAll(
      staff,
      people.map((who) => race.enrolForm(id, who)),
    );

    const answers = await race.postAll(staff, forms, { place: "CONFIRMED" });

    const acknowledged = people.filter((_, n) => race.isDone(answers[n])).sort();
    expect(race.refusalsOf(answers)).toEqual(["COHORT_FULL"]);
    expect(acknowledged).toHaveLength(5);
    expect(await race.placedIn(id, people)).toEqual(acknowledged);
    expect(await race.notedIn(id, "enrolment.create")).toHaveLength(5);
    expect(await db.cohort.findUnique({ where: { id }, select: { confirmed: true } })).toEqual({ confirmed: 8 });
  }
  expect(await race.broken()).toEqual([]);
});

test("I1: of 64 clients for the last 5 places of the year five get one; acknowledged, stored, counted and noted agree", async () => {
  for (let round = 0; round < times; round++) {
    const { year, applications, forms } = await race.almostFullYear(2041 + round, people, directors);

    const answers = await race.postAll(directors, forms, approval);

    const acknowledged = applications.filter((_, n) => race.isDone(answers[n])).sort();
    expect(race.refusalsOf(answers)).toEqual(["YEAR_FULL"]);
    expect(acknowledged).toHaveLength(5);
    expect(await race.inTrainingOf(applications)).toEqual(acknowledged);
    expect(await race.notedOf(applications, "enrolment.confirmLate")).toEqual(acknowledged);
    const counted = await db.trainingYear.findUnique({ where: { year }, select: { held: true, planned: true } });
    expect(counted).toEqual({ held: 8, planned: 8 });
  }
  expect(await race.broken()).toEqual([]);
});

test("R20: the same trainee 20 times at once, from 20 forms, has one place", async () => {
  const { id } = await make.cohort({ startsOn: day("2040-05-07") });
  const [traineeId = ""] = people;
  const forms = await race.openAll(staff, Array(20).fill(race.enrolForm(id, traineeId)));

  const answers = await race.postAll(staff, forms, { place: "CONFIRMED" });

  expect(race.refusalsOf(answers)).toEqual(["ALREADY_ENROLLED"]);
  expect(answers.filter(race.isDone)).toHaveLength(1);
  expect(await race.placedIn(id, people)).toEqual([traineeId]);
  expect(await race.notedIn(id, "enrolment.create")).toHaveLength(1);
});

test("I26: one form sent 20 times at once has one effect and twenty equal answers", async () => {
  const { id } = await make.cohort({ startsOn: day("2040-06-04") });
  const [desk, traineeId = ""] = [staff[0] as Desk, people[1]];
  const form = await openForm(desk, ...race.enrolForm(id, traineeId));
  const windows = race.origins.flatMap((origin) => Array<Desk>(10).fill({ ...desk, origin }));

  const answers = await Promise.all(windows.map((window) => race.insist(window, form, { place: "CONFIRMED" })));

  expect(answers).toEqual(Array(20).fill(answers[0]));
  expect(race.isDone(answers[0])).toBe(true);
  expect(await race.placedIn(id, people)).toEqual([traineeId]);
  expect(await race.notedIn(id, "enrolment.create")).toHaveLength(1);
});

test("I10: after random overlapping bookings by 16 clients no two lessons share classroom, trainer or cohort", async () => {
  process.stdout.write(`bookings: TEST_SEED=${seed}\n`);
  const wishes = race.bookings(await race.timetable(day("2040-09-03"), 8), 16 * 8, seed);
  const acknowledged: string[] = [];

  for (let turn = 0; turn < wishes.length; turn += 16) {
    const forms = await race.openAll(staff, Array(16).fill(race.bookForm));
    const answers = await race.postAll(staff, forms, wishes.slice(turn, turn + 16));
    acknowledged.push(...answers.flatMap(({ location }) => /lesson=([\w-]+)/.exec(location ?? "")?.[1] ?? []));
    expect(race.refusalsOf(answers).join(" ")).toMatch(
      /^((CLASSROOM_TAKEN|TRAINER_TAKEN|COHORT_TAKEN|INPUT_WRONG) ?)*$/,
    );
  }

  const inThoseDays = { gte: new Date("2040-09-03"), lt: new Date("2040-09-06") };
  const stored = await db.lesson.findMany({ where: { day: inThoseDays, cancelledAt: null }, select: { id: true } });
  expect(acknowledged.length).toBeGreaterThan(16);
  expect(stored.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
  expect(await race.broken()).toEqual([]);
});

const counting = {
  remove: "ALTER TABLE enrolments DISABLE TRIGGER enrolment_2_moves_cohort",
  restore: "ALTER TABLE enrolments ENABLE TRIGGER enrolment_2_moves_cohort",
};

test("I2, control: without the trigger that counts, the same race overbooks the cohort", async () => {
  const { id } = await race.almostFull(2040);
  const forms = await race.openAll(
    staff,
    people.map((who) => race.enrolForm(id, who)),
  );
  const mend = `UPDATE enrolments SET state = 'CANCELLED' WHERE cohort_id = '${id}' AND trainee_id = ANY ('{${people}}')`;

  await race.withoutGuard({ ...counting, mend }, async () => {
    const answers = await race.postAll(staff, forms, { place: "CONFIRMED" });

    expect(answers.filter(race.isDone).length).toBeGreaterThan(5);
    expect(await race.broken()).toEqual(["counter_drift"]);
  });
  expect(await race.broken()).toEqual([]);
});

test("I1, control: without the trigger that counts, the same race overbooks the year", async () => {
  const { applications, forms } = await race.almostFullYear(2039, people, directors);
  const mend = `UPDATE enrolments SET state = 'REJECTED' WHERE id = ANY ('{${applications}}')`;

  await race.withoutGuard({ ...counting, mend }, async () => {
    const answers = await race.postAll(directors, forms, approval);

    expect(answers.filter(race.isDone).length).toBeGreaterThan(5);
    expect(await race.broken()).toEqual(["counter_drift"]);
  });
  expect(await race.broken()).toEqual([]);
});

test("I26, control: without the key of submissions one form sent 20 times is 20 acts, and the answers differ", async () => {
  const { id } = await make.cohort({ startsOn: day("2040-07-02") });
  const [desk, traineeId = ""] = [staff[0] as Desk, people[2]];
  const form = await openForm(desk, ...race.enrolForm(id, traineeId));
  const guard = {
    remove: "ALTER TABLE submissions DROP CONSTRAINT submissions_pkey",
    restore: "ALTER TABLE submissions ADD CONSTRAINT submissions_pkey PRIMARY KEY (actor_id, key)",
    mend: "DELETE FROM submissions a USING submissions b WHERE (a.actor_id, a.key) = (b.actor_id, b.key) AND a.ctid > b.ctid",
  };

  await race.withoutGuard(guard, async () => {
    const answers = await race.postAll([desk], Array(20).fill(form), { place: "CONFIRMED" });

    expect(answers.filter(race.isDone).length).toBeLessThan(20);
    expect(race.refusalsOf(answers)).toEqual(["ALREADY_ENROLLED"]);
  });
});

test("I10, control: without the constraint and the look before it, one classroom is booked many times over", async () => {
  const at = await race.timetable(day("2040-10-01"), 16);
  const hour = { room: 1, on: at.from, startsAt: "09:00", endsAt: "12:00" };
  const wishes = at.cohorts.map((_, n) => race.lessonOf(at, { ...hour, cohort: n, trainer: n }));
  const forms = await race.openAll(staff, Array(16).fill(race.bookForm));
  const guard = {
    remove:
      "ALTER TABLE lessons DISABLE TRIGGER lesson_finds_room; ALTER TABLE lessons DROP CONSTRAINT classroom_is_free",
    restore: `ALTER TABLE lessons ENABLE TRIGGER lesson_finds_room;
      ALTER TABLE lessons ADD CONSTRAINT classroom_is_free
        EXCLUDE USING gist (classroom_number WITH =, during WITH &&) WHERE (cancelled_at IS NULL)`,
    mend: `UPDATE lesson_cohorts SET cancelled = true WHERE lesson_id IN (SELECT id FROM lessons WHERE day = '${at.from}');
      UPDATE lessons SET cancelled_at = now() WHERE day = '${at.from}'`,
  };

  await race.withoutGuard(guard, async () => {
    const answers = await race.postAll(staff, forms, wishes);

    expect(answers.filter(({ location }) => location?.includes("lesson=")).length).toBeGreaterThan(1);
    expect(await race.broken()).toEqual(["classroom_overlap"]);
  });
  expect(await race.broken()).toEqual([]);
});
