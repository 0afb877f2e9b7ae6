import fc from "fast-check";
import { createAccount } from "@/lib/account/commands/create";
import { db } from "@/lib/database/db";
import { addDays, type Day, day } from "@/lib/value/calendar";
import type { Role } from "@/prisma/generated/enums";
import { sql } from "./database";
import { type BlankForm, type Desk, deskOf, openForm, type Posted, post, type Typed } from "./form-post";
import * as make from "./make";

/** The two server processes of `npm run test:e2e`. */
export const origins = ["E2E_ORIGIN", "E2E_ORIGIN_2"].map((name) => {
  const origin = process.env[name];
  if (!origin) throw new Error(`${name} is not set: run npm run test:e2e`);
  return origin;
});

/** People of a role, every second one at the other server; eight accounts, but a sign-in for each desk. */
export async function desks(role: Role, count: number): Promise<Desk[]> {
  const names = Array.from({ length: 8 }, () => `race-${crypto.randomUUID().slice(0, 13)}`);
  const accounts = await several(8, (n) =>
    createAccount(make.actor("SEC_ADMIN"), { username: names[n] ?? "", name: names[n] ?? "", role }),
  );
  return several(count, (n) => deskOf(accounts[n % 8]?.id ?? "", origins[n % 2] ?? ""));
}

/** Adults throughout the years of the races, without subsidy, so that nothing but the places stands in their way. */
export const adults = async (count: number): Promise<string[]> => {
  // A worker that comes after a failed test finds the people of the one before.
  const before = Number(process.env.TEST_WORKER_INDEX ?? 0) * count;
  const born = (n: number) => make.idNumber(addDays(day("2011-01-01"), before + n));
  return (await several(count, (n) => make.trainee({ idNumber: born(n), pensionInsured: true }))).map(({ id }) => id);
};

/** A cohort of eight places of which five are left. */
export async function almostFull(year: number) {
  const cohort = await make.cohort({ startsOn: day(`${year}-03-05`), seats: 8 });
  await several(3, () => make.enrolment(cohort.id));
  return cohort;
}

/** A year of eight places of which five are left, and late applications to two cohorts that have begun and have room for all. */
export async function almostFullYear(year: number, people: string[], readers: Desk[]) {
  const begun = { startsOn: day(`${year}-03-05`), seats: 50, state: "IN_PROGRESS" } as const;
  const cohorts = await several(2, () => make.cohort(begun));
  const cohortOf = (n: number) => cohorts[n % 2]?.id ?? "";
  await several(3, (n) => make.enrolment(cohortOf(n)));
  const applied = await several(people.length, (n) =>
    make.application(cohortOf(n), { traineeId: people[n] ?? "", approvalNeeded: ["LATE"] }),
  );
  const applications = applied.map(({ id }) => id);
  await sql("owner", "UPDATE training_years SET capacity = 8 WHERE year = $1", [year]);

  const pages = applications.map((id, n): Page => [`/cohorts/${cohortOf(n)}/roster/${id}`, "approveLate-reason"]);
  return { year, applications, forms: await openAll(readers, pages) };
}

type Page = readonly [path: string, sign: string];

export const enrolForm = (cohortId: string, traineeId: string): Page => [
  `/cohorts/${cohortId}/roster?who=${traineeId}`,
  'name="traineeId"',
];
export const bookForm: Page = ["/schedule/book", 'name="classroomNumber"'];

/** Read before the race, eight at a time; what is raced is the sending. */
export async function openAll(readers: Desk[], pages: readonly Page[]): Promise<BlankForm[]> {
  const forms: BlankForm[] = [];
  for (let n = 0; n < pages.length; n += 8) {
    const few = pages.slice(n, n + 8).map(([path, sign], m) => openForm(deskAt(readers, n + m), path, sign));
    forms.push(...(await Promise.all(few)));
  }
  return forms;
}

/** All of them at the same moment. */
export const postAll = (senders: Desk[], forms: BlankForm[], typed: Typed | Typed[]): Promise<Posted[]> =>
  Promise.all(forms.map((form, n) => insist(deskAt(senders, n), form, [typed].flat()[n] ?? [typed].flat()[0] ?? {})));

/** Whoever hears that the portal is busy, or cannot know what came of it, sends the same form again: its key makes that safe (I26). */
export async function insist(desk: Desk, form: BlankForm, typed: Typed): Promise<Posted> {
  for (let attempt = 1; ; attempt++) {
    const answer = await post(desk, form, typed);
    const isOpen = answer.status >= 500 || ["BUSY", "UNAVAILABLE"].includes(answer.refusal ?? "");
    if (!isOpen || attempt === 25) return answer;
    repeats += 1;
  }
}

let repeats = 0;

/** How often somebody had to send a form again since the last time this was asked. */
export function countRepeats(): number {
  const count = repeats;
  repeats = 0;
  return count;
}

/** Whether it was done: what the portal refuses comes back as a page, and what another decided first leads to his decision. */
export const isDone = (answer: Posted | undefined): boolean =>
  answer?.status === 303 && answer.location?.includes("decided=") !== true;

/** The names of what was refused, each once; an answer that is neither taken nor refused stands as its status. */
export const refusalsOf = (answers: Posted[]): string[] => {
  const refused = answers.filter(({ status }) => status !== 303);
  return [...new Set(refused.map(({ status, refusal }) => refusal ?? `status ${status}`))].sort();
};

/** Who of some people holds a place in a cohort, by what the database has. */
export async function placedIn(cohortId: string, people: string[]): Promise<string[]> {
  const where = { cohortId, traineeId: { in: people }, state: "CONFIRMED" } as const;
  return (await db.enrolment.findMany({ where, select: { traineeId: true } })).map(({ traineeId }) => traineeId).sort();
}

/** Entries of a verb about the enrolments of a cohort, or about some enrolments. */
export const notedIn = async (cohortId: string, verb: string): Promise<string[]> =>
  notedOf(
    (await db.enrolment.findMany({ where: { cohortId }, select: { id: true } })).map(({ id }) => id),
    verb,
  );

export async function notedOf(enrolmentIds: string[], verb: string): Promise<string[]> {
  const where = { subjectId: { in: enrolmentIds }, verb };
  return (await db.auditEntry.findMany({ where, select: { subjectId: true } }))
    .map(({ subjectId }) => subjectId)
    .sort();
}

export const inTrainingOf = async (enrolmentIds: string[]): Promise<string[]> =>
  (await db.enrolment.findMany({ where: { id: { in: enrolmentIds }, state: "IN_TRAINING" }, select: { id: true } }))
    .map(({ id }) => id)
    .sort();

/** A cohort and a trainer for each of some desks, in a week of its own. */
export async function timetable(from: Day, count: number) {
  const cohorts = await several(count, () => make.cohort({ startsOn: from, seats: 10 }));
  const trainers = await several(count, (n) => make.trainer(`竞${n}`));
  return { from, cohorts: cohorts.map(({ id }) => id), trainers: trainers.map(({ id }) => id) };
}

/** One of four classrooms, eight trainers and eight cohorts, on one of three days, from one to three hours long. */
export function bookings(at: Awaited<ReturnType<typeof timetable>>, count: number, seed: number): Typed[] {
  const booking = fc
    .record({
      cohort: fc.nat(7),
      trainer: fc.nat(7),
      room: fc.integer({ min: 1, max: 4 }),
      days: fc.nat(2),
      from: fc.integer({ min: 8, max: 17 }),
      hours: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ cohort, trainer, room, days, from, hours }) =>
      lessonOf(at, {
        cohort,
        trainer,
        room,
        on: addDays(at.from, days),
        startsAt: clock(from),
        endsAt: clock(from + hours),
      }),
    );
  return fc.sample(booking, { numRuns: count, seed });
}

type Wish = { cohort: number; trainer: number; room: number; on: Day; startsAt: string; endsAt: string };

export const lessonOf = (
  at: Awaited<ReturnType<typeof timetable>>,
  { cohort, trainer, room, on, startsAt, endsAt }: Wish,
): Typed => ({
  "cohortIds[]": [at.cohorts[cohort] ?? ""],
  trainerId: at.trainers[trainer] ?? "",
  classroomNumber: String(room),
  title: "并发排课",
  kind: "PRACTICE",
  day: on,
  startsAt,
  endsAt,
});

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** The views of the self-check that have a row to show. */
export async function broken(): Promise<string[]> {
  const views = await sql<{ name: string }>(
    "app",
    "SELECT viewname AS name FROM pg_views WHERE schemaname = 'checks' ORDER BY 1",
  );
  const found: string[] = [];
  for (const { name } of views)
    if ((await sql("app", `SELECT FROM checks.${name} LIMIT 1`)).length > 0) found.push(name);
  return found;
}

/** Runs with a guard taken away by the owner, and puts it back whatever happens; `mend` removes what slipped through. */
export async function withoutGuard<T>(
  guard: { remove: string; restore: string; mend: string },
  race: () => Promise<T>,
): Promise<T> {
  await sql("owner", guard.remove);
  try {
    return await race();
  } finally {
    await sql("owner", `SET session_replication_role = replica; ${guard.mend}; ${countHeadsAnew}; ${markAnew}`);
    await sql("owner", guard.restore);
  }
}

/** R24: what a control mends past the triggers moves no counter of heads. */
const countHeadsAnew = `DELETE FROM trainee_years;
  INSERT INTO trainee_years (year, at_base, trainee_id, places)
    SELECT extract(year FROM c.starts_on)::int, c.at_base, e.trainee_id, count(*)::int
    FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id WHERE e.state = ANY (states_with_place()) GROUP BY 1, 2, 3;
  UPDATE headcounts h SET (heads, repeated, outside) = (
    SELECT count(*) FILTER (WHERE at_base), count(*) FILTER (WHERE at_base AND places > 1), count(*) FILTER (WHERE NOT at_base)
    FROM trainee_years t WHERE t.year = h.year)`;

/** What a control mends past the triggers is marked as it stands then, or the self-check would tell of it for ever. */
const markAnew = `DO $$
  DECLARE t record;
  BEGIN
    FOR t IN SELECT m.*, ARRAY(SELECT p.key FROM rows_past_audit() p WHERE p.relation = m.relation) AS past FROM marked_relations() m LOOP
      EXECUTE format('SELECT mark_row(%1$L, %2$s, to_jsonb(r) - $1) FROM %1$I r WHERE %2$s = ANY ($2)', t.relation, t.key)
        USING t.sums, t.past;
    END LOOP;
  END $$`;

export async function several<T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let n = 0; n < count; n++) made.push(await one(n));
  return made;
}

function deskAt(all: Desk[], n: number): Desk {
  const desk = all[n % all.length];
  if (!desk) throw new Error("nobody is signed in");
  return desk;
}
