import { newId } from "@/lib/database/id";
import { bookLesson } from "@/lib/lesson/commands/book";
import type { BookLesson } from "@/lib/lesson/schema/book";
import { type Day, day } from "@/lib/value/calendar";
import { sql } from "./database";
import * as make from "./make";

/** A morning for one cohort with a trainer of its own; what a test is about is given. */
export async function wish(cohortId: string, change: Partial<BookLesson> = {}): Promise<BookLesson> {
  return {
    cohortIds: [cohortId],
    title: "皮肤护理",
    kind: "PRACTICE",
    classroomNumber: 10,
    trainerId: change.trainerId ?? (await make.trainer()).id,
    day: day("2018-08-07"),
    startsAt: "09:00",
    endsAt: "12:00",
    accepted: [],
    ...change,
  };
}

/** A lesson as psql would write it, with its audit entry, so that only the law itself can refuse it. */
export function insertLesson({
  cohortIds,
  title,
  kind,
  classroomNumber,
  trainerId,
  day: on,
  startsAt,
  endsAt,
}: BookLesson): string {
  const id = newId();
  const cohorts = cohortIds
    .map((cohortId) => `INSERT INTO lesson_cohorts (lesson_id, cohort_id) VALUES ('${id}', '${cohortId}');`)
    .join("\n");
  return `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'lesson.force', 'lesson', '${id}');
    INSERT INTO lessons (id, classroom_number, trainer_id, title, kind, day, starts_at, ends_at, periods, created_by_id)
    VALUES ('${id}', ${classroomNumber ?? "NULL"}, '${trainerId}', '${title}', '${kind}', '${on}', '${startsAt}', '${endsAt}', 4, '${newId()}');
    ${cohorts}`;
}

/** A change of one lesson by hand, with its audit entry. */
export const changeLesson = (id: string, change: string): string =>
  `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'lesson.force', 'lesson', '${id}');
   UPDATE lessons SET ${change} WHERE id = '${id}'`;

/** The same seed gives the same wishes; it is printed, so that a failure can be had again. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** 16 desks book at random times in few rooms, with few trainers, for cohorts that share their trainees. */
export async function bookingStorm(seed: number, each = 12): Promise<{ booked: string[]; refused: string[] }> {
  const pick = random(seed);
  const trainers: { id: string }[] = [];
  const cohorts: { id: string }[] = [];
  for (let n = 0; n < 6; n++) {
    trainers.push(await make.trainer());
    cohorts.push(await make.cohort({ startsOn: day("2018-08-06"), seats: 4 }));
  }
  for (let n = 0; n < cohorts.length; n++) {
    const { traineeId } = await make.enrolment(cohorts[n]?.id ?? "");
    await make.enrolment(cohorts[(n + 1) % cohorts.length]?.id ?? "", { traineeId });
  }

  const wishes = Array.from({ length: 16 }, () =>
    Array.from({ length: each }, () => {
      const starts = 32 + pick(32);
      return wish(cohorts[pick(6)]?.id ?? "", {
        trainerId: trainers[pick(6)]?.id ?? "",
        classroomNumber: 1 + pick(4),
        day: `2018-08-${String(7 + pick(4)).padStart(2, "0")}` as Day,
        startsAt: quarter(starts),
        endsAt: quarter(starts + 3 + pick(5)),
      });
    }),
  );

  const booked: string[] = [];
  const refused: string[] = [];
  await Promise.all(
    wishes.map(async (mine) => {
      for (const wanted of mine) {
        const answer = await untilNotBusy(async () => bookLesson(make.actor(), await wanted));
        if (typeof answer === "string") refused.push(answer);
        else booked.push(answer.id);
      }
    }),
  );
  return { booked: booked.sort(), refused };
}

/** BUSY asks a desk to send the same once more, and so it does. */
async function untilNotBusy<T>(book: () => Promise<T>): Promise<T | string> {
  for (let tries = 1; ; tries++) {
    try {
      return await book();
    } catch (error) {
      const { refusal } = error as { refusal?: string };
      if (refusal !== "BUSY" || tries === 10) return refusal ?? String(error);
    }
  }
}

const quarter = (of: number): string =>
  `${String(Math.floor(of / 4)).padStart(2, "0")}:${String((of % 4) * 15).padStart(2, "0")}`;

/** What the portal's own checks say of rooms, trainers and trainees. */
export async function overlaps() {
  const [rooms, trainers, trainees] = await Promise.all([
    sql("app", "SELECT * FROM checks.classroom_overlap"),
    sql("app", "SELECT * FROM checks.trainer_overlap"),
    sql("app", "SELECT * FROM checks.trainee_clash"),
  ]);
  return { rooms: rooms.length, trainers: trainers.length, trainees: trainees.length };
}
