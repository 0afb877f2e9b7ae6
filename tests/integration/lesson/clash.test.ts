import { expect, test } from "vitest";
import { bookLesson } from "@/lib/lesson/commands/book";
import { cancelLesson } from "@/lib/lesson/commands/change";
import type { Offer } from "@/lib/lesson/rules/alternatives";
import type { BookLesson } from "@/lib/lesson/schema/book";
import { addDays, type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { insertLesson, wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
let last = day("2018-08-06");
/** Every test has a day of its own, so that none is in another one's way. */
const nextDay = () => {
  last = addDays(last, 1);
  return last;
};

async function twoCohorts() {
  const [one, other] = [await make.cohort(), await make.cohort()];
  const { traineeId } = await make.enrolment(one.id);
  return { one: one.id, other: other.id, traineeId };
}

type Clash = {
  refusal: string;
  field: string;
  second(first: BookLesson, other: string): Partial<BookLesson>;
  shared?: boolean;
};

const clashes: Clash[] = [
  { refusal: "CLASSROOM_TAKEN", field: "classroomNumber", second: (_, other) => ({ cohortIds: [other] }) },
  {
    refusal: "TRAINER_TAKEN",
    field: "trainerId",
    second: ({ trainerId }, other) => ({ cohortIds: [other], classroomNumber: 3, trainerId }),
  },
  { refusal: "COHORT_TAKEN", field: "cohortIds", second: ({ cohortIds }) => ({ cohortIds, classroomNumber: 3 }) },
  {
    refusal: "TRAINEE_CLASH",
    field: "cohortIds",
    second: (_, other) => ({ cohortIds: [other], classroomNumber: 3 }),
    shared: true,
  },
];

test.each(clashes)(
  "R36, I10, I11: $refusal is refused through the form, with the other lesson named",
  async ({ refusal, field, second, shared }) => {
    const on = nextDay();
    const { one, other, traineeId } = await twoCohorts();
    if (shared) await make.enrolment(other, { traineeId });
    const first = await wish(one, { day: on });
    const { id } = await bookLesson(actor, first);

    const clash = bookLesson(actor, await wish(one, { day: on, ...second(first, other) }));

    await expect(clash).rejects.toMatchObject({
      refusal,
      field,
      figures: { lesson: id, otherTitle: "皮肤护理", otherTrainer: "李蓉", otherHeads: 1 },
    });
  },
);

test.each(clashes)(
  "R36, I10, I11: $refusal is refused to raw SQL as the portal's role",
  async ({ refusal, second, shared }) => {
    const on = nextDay();
    const { one, other, traineeId } = await twoCohorts();
    if (shared) await make.enrolment(other, { traineeId });
    const first = await wish(one, { day: on });
    const { id } = await bookLesson(actor, first);

    const clash = sql("app", insertLesson(await wish(one, { day: on, ...second(first, other) })));

    await expect(clash).rejects.toMatchObject({ code: "QD001", message: refusal, detail: expect.stringContaining(id) });
  },
);

test("R36: room booked 09:00–10:30, then 10:30–12:00 is allowed and 10:29 is refused", async () => {
  const on = nextDay();
  const { one, other } = await twoCohorts();
  await bookLesson(actor, await wish(one, { day: on, startsAt: "09:00", endsAt: "10:30" }));

  const overlapping = bookLesson(actor, await wish(other, { day: on, startsAt: "10:29", endsAt: "12:00" }));
  await expect(overlapping).rejects.toMatchObject({ refusal: "CLASSROOM_TAKEN" });
  await expect(
    bookLesson(actor, await wish(other, { day: on, startsAt: "10:30", endsAt: "12:00" })),
  ).resolves.toMatchObject({ id: expect.any(String) });

  const raw = sql("app", insertLesson(await wish(one, { day: on, startsAt: "11:59", endsAt: "13:00" })));
  await expect(raw).rejects.toMatchObject({ message: "CLASSROOM_TAKEN" });
  await sql("app", insertLesson(await wish(one, { day: on, startsAt: "12:00", endsAt: "13:00" })));
});

test("I11, R31: a trainee cannot get a place in a cohort whose lessons clash with his own", async () => {
  const on = nextDay();
  const { one, other, traineeId } = await twoCohorts();
  await bookLesson(actor, await wish(one, { day: on }));
  await bookLesson(actor, await wish(other, { day: on, classroomNumber: 3 }));

  await expect(make.enrolment(other, { traineeId })).rejects.toMatchObject({ refusal: "TRAINEE_CLASH" });
});

test("R36: of two desks that book the same room at once one gets it, the other one learns which lesson it was", async () => {
  for (let round = 0; round < 8; round++) {
    const on = addDays(day("2018-08-25"), round);
    const { one, other } = await twoCohorts();
    const wishes = [await wish(one, { day: on }), await wish(other, { day: on })];

    const answers = await Promise.allSettled(wishes.map((wanted) => bookLesson(make.actor(), wanted)));

    const [booked] = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    const [refused] = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(refused).toMatchObject({ refusal: "CLASSROOM_TAKEN", figures: { lesson: booked?.id } });
  }
});

test("R25: a lesson outside the dates of its cohort is refused, through the form and to raw SQL", async () => {
  const cohort = await make.cohort({ startsOn: day("2018-10-01"), endsOn: day("2018-10-20") });
  const late = await wish(cohort.id, { day: day("2018-10-21") });

  await expect(bookLesson(actor, late)).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "day",
    figures: { case: "DAY_OUTSIDE_COHORT", to: "2018-10-20" },
  });
  await expect(sql("app", insertLesson(late))).rejects.toMatchObject({ message: "INPUT_WRONG" });
});

test("U18: the three ways out of a clash can really be booked", async () => {
  const on = day("2018-11-05");
  const [one, other] = [await make.cohort({ startsOn: on, seats: 14 }), await make.cohort({ startsOn: on, seats: 14 })];
  const { traineeId } = await make.enrolment(one.id);
  await make.enrolment(other.id, { traineeId });
  const trainer = await make.trainer();
  await bookLesson(actor, await wish(one.id, { day: on, classroomNumber: 1 }));
  await bookLesson(actor, await wish(one.id, { day: addDays(on, 1), classroomNumber: 5 }));
  await bookLesson(
    actor,
    await wish(other.id, { day: addDays(on, 1), classroomNumber: 1, startsAt: "14:30", endsAt: "17:30" }),
  );
  const third = await make.cohort({ startsOn: on, seats: 14 });
  await bookLesson(
    actor,
    await wish(third.id, {
      day: addDays(on, 2),
      classroomNumber: 1,
      trainerId: trainer.id,
      startsAt: "14:30",
      endsAt: "17:30",
    }),
  );
  const wanted = await wish(third.id, { day: on, classroomNumber: 1, trainerId: trainer.id });

  const offers = await offersOf(wanted);
  const blocked = await offersOf(await wish(other.id, { day: on, classroomNumber: 8, trainerId: trainer.id }));

  expect(offers.map(({ keeps }) => keeps)).toEqual(["time", "classroom", "classroom"]);
  expect(blocked).toHaveLength(3);
  await bookEach(wanted, offers);
  await bookEach(await wish(other.id, { trainerId: trainer.id }), blocked);
});

async function offersOf(wanted: BookLesson): Promise<Offer[]> {
  const refusal = await bookLesson(actor, wanted).then(
    () => undefined,
    (error: { lists: { offers: Offer[] } }) => error,
  );
  return refusal?.lists.offers ?? [];
}

/** Each offer was free on its own; what is tried is given back before the next. */
async function bookEach(wanted: BookLesson, offers: Offer[]) {
  for (const { day, startsAt, endsAt, classroom } of offers) {
    const { id } = await bookLesson(actor, {
      ...wanted,
      day: day as Day,
      startsAt,
      endsAt,
      classroomNumber: classroom?.number ?? null,
    });
    await cancelLesson(actor, { lessonId: id, version: 1, reason: "试排" });
  }
}
