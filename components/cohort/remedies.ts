import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import type { FindingName } from "@/lib/cohort/rules/opening";

/** Where each finding is mended: the very field where there is one; none for a reader whom its page would turn away. */
export function remediesOf(
  { id, startsOn, course }: CohortRecord,
  { role }: Actor,
): Partial<Record<FindingName, string>> {
  const [home, timetable] = [`/cohorts/${id}`, `/cohorts/${id}/timetable`];
  const book = `/schedule/book?cohort=${id}&day=${startsOn}`;
  return {
    COURSE_NOT_OPEN: `/courses/${course.id}`,
    DAY_TOO_LONG: timetable,
    TRAINER_GONE: timetable,
    PERIODS_TOO_FEW: timetable,
    PERIODS_BELOW_COURSE: timetable,
    DAY_LONG: timetable,
    THEORY_SHORT: timetable,
    PRACTICE_SHORT: timetable,
    NO_CLASSROOM: timetable,
    ROOM_LACKS: timetable,
    TOO_FEW_TRAINEES: `${home}/applications`,
    ...(may(role, "lesson:book") && { NO_LESSONS: `${book}#f-title`, NO_TRAINER: `${book}#f-trainerId` }),
    ...(may(role, "cohort:draft") && {
      EXAM_PLAN_MISSING: `${home}/edit#f-examPlan`,
      CONTACT_MISSING: `${home}/edit#f-contact`,
      MATERIAL_MISSING: `${home}/edit#f-material`,
      START_PASSED: `${home}/edit#f-startsOn`,
    }),
  };
}
