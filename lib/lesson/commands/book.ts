import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { tellingBothSides } from "@/lib/lesson/commands/clash";
import {
  type HeldCohort,
  holdClassroomAndTrainer,
  holdCohorts,
  periodsOf,
  refuseSharedTrainees,
  refuseWrongPlace,
  weighDay,
} from "@/lib/lesson/commands/hold";
import { listHolidays, refuseUnseen, tickedOn } from "@/lib/lesson/commands/holiday";
import type { WantedLesson } from "@/lib/lesson/queries/alternatives";
import { listLacks } from "@/lib/lesson/queries/fitting";
import type { BookLesson } from "@/lib/lesson/schema/book";
import { bookLessonInput, bookLessonsInput } from "@/lib/lesson/schema/book";
import { Refusal } from "@/lib/refusal/refusal";
import { type Day, dateFromDay } from "@/lib/value/calendar";

/** R36, R37: one lesson for one cohort or, as a joint lesson, for several; the database says whether everybody and the classroom are free. */
export const bookLesson = command({
  verb: "lesson.book",
  permission: "lesson:book",
  input: bookLessonInput,
  async run(tx, actor, { accepted, ...input }) {
    const cohorts = await holdCohorts(tx, input.cohortIds);
    const holidays = await listHolidays(tx, [input.day]);
    const lacks = await listLacks(tx, actor.locale, input.cohortIds, [input]);
    const booked = await bookOne(tx, actor, cohorts, input, input.day, tickedOn(holidays, input.day, lacks));
    refuseUnseen(holidays, { accepted, lacks });
    return booked;
  },
});

/** The same lesson on several days: all of them or none. */
export const bookLessons = command({
  verb: "lesson.bookSeveral",
  permission: "lesson:book",
  input: bookLessonsInput,
  async run(tx, actor, { days, holidays: ticked, accepted, ...input }) {
    const wanted = [...new Set([...days, ...ticked])].sort();
    if (wanted.length === 0) throw new Refusal("INPUT_WRONG", { field: "days", case: "NO_DAYS" });
    const cohorts = await holdCohorts(tx, input.cohortIds);
    const holidays = await listHolidays(tx, wanted);
    const lacks = await listLacks(tx, actor.locale, input.cohortIds, [input]);
    const ids: string[] = [];
    for (const day of wanted)
      ids.push((await bookOne(tx, actor, cohorts, input, day, tickedOn(holidays, day, lacks))).id);
    refuseUnseen(holidays, { accepted, lacks, ticked });
    return { ids };
  },
});

/** One lesson of a story that has taken hold of its cohorts and asked about holidays; what was ticked is kept with it. */
export async function bookOne(
  tx: Tx,
  actor: Actor,
  cohorts: HeldCohort[],
  input: Omit<BookLesson, "day" | "accepted">,
  day: Day,
  ticked: { accepted?: string },
): Promise<{ id: string }> {
  const { title, kind, classroomNumber, trainerId, startsAt, endsAt } = input;
  const cohortIds = cohorts.map(({ id }) => id);
  const wanted: WantedLesson = {
    title,
    cohortIds,
    kind,
    classroomNumber,
    trainerId,
    day,
    startsAt,
    endsAt,
    periods: periodsOf(input),
  };
  refuseWrongPlace(cohorts, classroomNumber);
  await refuseSharedTrainees(tx, cohorts);
  await holdClassroomAndTrainer(tx, wanted);

  const id = newId();
  await tellingBothSides(tx, wanted, cohorts, async () => {
    await tx.lesson.create({
      data: {
        id,
        title,
        kind,
        classroomNumber,
        trainerId,
        day: dateFromDay(day),
        startsAt,
        endsAt,
        periods: wanted.periods,
        createdById: actor.id,
        isDemo: actor.isDemo,
      },
      select: { id: true },
    });
    await tx.$executeRaw`INSERT INTO lesson_cohorts (lesson_id, cohort_id) SELECT ${id}::uuid, unnest(${cohortIds}::uuid[])`;
  });
  const weight = await weighDay(tx, cohorts, { ...wanted, lessonId: id });

  const after = { ...wanted, title, cohortIds, ...weight, ...ticked };
  await recordAudit(tx, actor, "lesson.book", { type: "lesson", id, after });
  return { id };
}
