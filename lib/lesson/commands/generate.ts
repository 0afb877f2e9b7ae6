import "server-only";
import { command } from "@/lib/command/command";
import { bookOne } from "@/lib/lesson/commands/book";
import { tellingWhich } from "@/lib/lesson/commands/clash";
import { holdCohorts, holdTogether } from "@/lib/lesson/commands/hold";
import { listHolidays, refuseUnseen, tickedOn } from "@/lib/lesson/commands/holiday";
import { lacksOf, listLacks } from "@/lib/lesson/queries/fitting";
import { type GenerateTimetable, generateTimetableInput } from "@/lib/lesson/schema/generate";
import { Refusal } from "@/lib/refusal/refusal";

/** R36, R41: the ticked lessons of a plan for one cohort: all of them or none; one that is in the way is named. */
export const generateTimetable = command({
  verb: "lesson.generateTimetable",
  permission: "lesson:book",
  input: generateTimetableInput,
  async run(tx, actor, { cohortId, lessons, holidayLessons, accepted, ...of }) {
    const planned = inOrder([...lessons, ...holidayLessons]);
    if (planned.length === 0) throw new Refusal("INPUT_WRONG", { field: "lessons", case: "NO_LESSONS" });
    const cohorts = await holdCohorts(tx, [cohortId]);
    const wanted = planned.map((lesson) => ({ ...lesson, ...whatOf(lesson.kind, of) }));
    const holidays = await listHolidays(
      tx,
      wanted.map(({ day }) => day),
    );
    const lacks = await listLacks(tx, actor.locale, [cohortId], wanted);

    await holdTogether(tx, wanted);
    for (const { day, ...lesson } of wanted)
      await tellingWhich({ day, ...lesson }, () => {
        const ticked = tickedOn(holidays, day, lacksOf(lacks, lesson));
        return bookOne(tx, actor, cohorts, { cohortIds: [cohortId], ...lesson }, day, ticked);
      });
    refuseUnseen(holidays, { accepted, lacks, ticked: holidayLessons.map(({ day }) => day) });
    return { count: planned.length };
  },
});

type Planned = GenerateTimetable["lessons"][number];
type OfKinds = Omit<GenerateTimetable, "cohortId" | "lessons" | "holidayLessons" | "accepted">;

/** Each once, first one first. */
function inOrder(planned: readonly Planned[]): Planned[] {
  const keyed = planned.map((lesson) => [`${lesson.day} ${lesson.startsAt} ${lesson.endsAt}`, lesson] as const);
  return [...new Map(keyed).entries()].sort(([one], [other]) => one.localeCompare(other)).map(([, lesson]) => lesson);
}

const whatOf = (kind: Planned["kind"], of: OfKinds) =>
  kind === "THEORY"
    ? { title: of.theoryTitle, trainerId: of.theoryTrainerId, classroomNumber: of.theoryClassroomNumber }
    : { title: of.practiceTitle, trainerId: of.practiceTrainerId, classroomNumber: of.practiceClassroomNumber };
