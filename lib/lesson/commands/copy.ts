import "server-only";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { bookOne } from "@/lib/lesson/commands/book";
import { tellingWhich } from "@/lib/lesson/commands/clash";
import { holdCohorts, holdTogether } from "@/lib/lesson/commands/hold";
import { listHolidays, refuseUnseen, tickedOn } from "@/lib/lesson/commands/holiday";
import { lacksOf, listLacks } from "@/lib/lesson/queries/fitting";
import { placeAnew } from "@/lib/lesson/rules/shift";
import { type CopyTimetable, copyTimetableInput } from "@/lib/lesson/schema/copy";
import { Refusal } from "@/lib/refusal/refusal";
import { addDays, dayFromDate } from "@/lib/value/calendar";

/** Lessons of an earlier run for a later one, as many days on: all that were chosen or none. */
export const copyTimetable = command({
  verb: "lesson.copyTimetable",
  permission: "lesson:book",
  input: copyTimetableInput,
  async run(tx, actor, { cohortId, lessonIds, holidayLessonIds, placed, shift, classroomNumber, accepted }) {
    const cohorts = await holdCohorts(tx, [cohortId]);
    const atBase = cohorts.every((cohort) => cohort.atBase);
    const shifted = [...new Set([...lessonIds, ...holidayLessonIds])];
    const chosen = await findChosen(tx, [...shifted, ...placed.map(({ lessonId }) => lessonId)]);
    const lessons = chosen.map(({ day, ...lesson }) => {
      const [place, other] = placed.filter(({ lessonId }) => lessonId === lesson.id);
      if (place && (other || shifted.includes(lesson.id)))
        throw new Refusal("INPUT_WRONG", { field: "placed", case: "LESSON_TWICE", title: lesson.title });
      return {
        ...lesson,
        day: addDays(dayFromDate(day), shift),
        classroomNumber: placeAnew(lesson, { classroomNumber }, atBase),
        ...(place && whereOf(place)),
      };
    });
    const holidays = await listHolidays(
      tx,
      lessons.map(({ day }) => day),
    );
    const lacks = await listLacks(tx, actor.locale, [cohortId], lessons);

    await holdTogether(tx, lessons);
    for (const { id: _, day, ...lesson } of lessons)
      await tellingWhich({ day, ...lesson }, () => {
        const ticked = tickedOn(holidays, day, lacksOf(lacks, lesson));
        return bookOne(tx, actor, cohorts, { cohortIds: [cohortId], ...lesson }, day, ticked);
      });
    const unseen = lessons.filter(({ id }) => !holidayLessonIds.includes(id)).map(({ day }) => day);
    refuseUnseen(
      holidays.filter(({ day }) => unseen.includes(day)),
      { accepted, lacks },
    );
    return { count: lessons.length };
  },
});

const whereOf = ({ day, startsAt, endsAt, classroomNumber }: CopyTimetable["placed"][number]) => ({
  ...{ day, startsAt, endsAt, classroomNumber },
});

async function findChosen(tx: Tx, lessonIds: string[]) {
  const ids = [...new Set(lessonIds)];
  if (ids.length === 0) throw new Refusal("INPUT_WRONG", { field: "lessonIds", case: "NO_LESSONS" });
  const found = await tx.lesson.findMany({
    where: { id: { in: ids }, cancelledAt: null },
    orderBy: [{ day: "asc" }, { startsAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      kind: true,
      day: true,
      startsAt: true,
      endsAt: true,
      classroomNumber: true,
      trainerId: true,
    },
  });
  if (found.length < ids.length) throw new Refusal("INPUT_WRONG", { field: "lessonIds", case: "UNKNOWN_LESSON" });
  return found;
}
