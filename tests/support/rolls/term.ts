import { addDays, type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { newPaper } from "./paper";
import { newPhone, ours, type Ways } from "./phone";
import { led } from "./scene";

export type Term = Awaited<ReturnType<typeof newTerm>>;

const hours = [
  ["08:00", "11:00"],
  ["14:00", "17:00"],
] as const;

/** Two cohorts off the base, one of them in class with five people, two phones and a desk; the days are six apart. */
export async function newTerm(ways: Ways = ours) {
  const plan = { startsOn: first, endsOn: day("2037-12-31"), atBase: false, place: "扎格村", seats: 30 };
  const [cohort, other] = [await make.cohort(plan), await make.cohort({ ...plan, place: "松麦" })];
  const enrolled = [];
  for (let n = 0; n < 5; n++) enrolled.push(await make.enrolment(cohort.id, { state: "IN_TRAINING" }));
  for (const { id } of [cohort, other]) await led(id, "IN_PROGRESS");
  const paper = newPaper();
  return {
    cohorts: [cohort.id, other.id] as const,
    enrolments: enrolled.map(({ id }) => id),
    people: enrolled.map(({ traineeId }) => traineeId),
    trainerId: (await make.trainer()).id,
    paper,
    phones: [newPhone(make.actor(), paper, ways), newPhone(make.actor(), paper, ways)] as const,
    desk: make.actor(),
    head: make.actor("BASE_DIRECTOR"),
    county: make.actor("COUNTY_REVIEWER"),
    lessons: [] as string[],
    /** Those of today. */
    today: [] as string[],
    on: addDays(first, -6),
  };
}

export const first = day("2018-08-06");

/** The next day begins: its lessons stand, the base is on the day after them, and the phones open their pages. */
export async function dawn(term: Term, { two, joint }: { two: boolean; joint: boolean }): Promise<void> {
  term.on = addDays(term.on, 6);
  term.today = [];
  for (const [startsAt, endsAt] of hours.slice(0, two ? 2 : 1)) {
    const cohorts = joint ? [...term.cohorts] : [term.cohorts[0]];
    const { trainerId, on } = term;
    const made = await make.lesson({ day: on, startsAt, endsAt, cohorts, trainerId, classroomNumber: null });
    term.today.push(made.id);
  }
  term.lessons.push(...term.today);
  await standOn(addDays(term.on, 1));
  for (const phone of term.phones) {
    phone.pages.close();
    for (const lessonId of term.today) await phone.pages.open(lessonId);
  }
}

/** The base stands on a day at the time it is: a day after a lesson its roll is open, four days after it is over (R45). */
export const standOn = (on: Day) =>
  sql(
    "owner",
    `SET session_replication_role = replica;
     INSERT INTO base (name, short_name, organiser, operator, is_demo, demo_day) VALUES ('x', 'x', 'x', 'x', true, '${on}')
       ON CONFLICT DO NOTHING;
     UPDATE base SET demo_day = '${on}'`,
  );

export const standNowhere = () => sql("owner", "SET session_replication_role = replica; DELETE FROM base");
