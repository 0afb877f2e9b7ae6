import { Findings } from "@/components/cohort/findings";
import { Sheet } from "@/components/layout/sheet";
import { KeyFigures } from "@/components/ui/key-figures";
import type { Actor } from "@/lib/auth/actor";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { findPlanLimits } from "@/lib/cohort/queries/year";
import { type Finding, periodsOf } from "@/lib/cohort/rules/opening";
import { getTranslations } from "@/lib/wording/translations";

const ofTimetable = [
  "PERIODS_TOO_FEW",
  "TRAINER_GONE",
  "DAY_TOO_LONG",
  "NO_CLASSROOM",
  "ROOM_LACKS",
  "PERIODS_BELOW_COURSE",
  "DAY_LONG",
  "THEORY_SHORT",
  "PRACTICE_SHORT",
];

type Props = { cohort: CohortRecord; actor: Actor; findings: Finding[] };

/** R41–R43: what is booked beside what the course asks for, and what does not fit. */
export async function PeriodPlan({ cohort, actor, findings }: Props) {
  const [t, limits] = await Promise.all([getTranslations("cohort.timetable"), findPlanLimits(cohort.startsOn)]);
  const { course, teaching } = cohort;
  const { theory, practice, planned, heaviest } = periodsOf(teaching.days);
  const percent = (part: number) => (planned > 0 ? Math.floor((part * 100) / planned) : 0);
  const about = findings.filter(({ name }) => ofTimetable.includes(name));

  return (
    <Sheet title={t("plan")} note={teaching.held > 0 && t("given", { given: teaching.held })}>
      <KeyFigures
        figures={[
          {
            label: t("planned"),
            figure: planned,
            note: t("ofCourse", { periods: course.theoryPeriods + course.practicePeriods, least: course.minPeriods }),
          },
          {
            label: t("theory"),
            figure: theory,
            note: t("share", { percent: percent(theory), planned: course.theoryPeriods }),
          },
          {
            label: t("practice"),
            figure: practice,
            note: t("share", { percent: percent(practice), planned: course.practicePeriods }),
          },
          {
            label: t("heaviest"),
            figure: heaviest,
            note: t("limit", limits),
          },
        ]}
      />
      {about.length > 0 && (
        <div className="sheet-body">
          <Findings findings={about} cohort={cohort} actor={actor} />
        </div>
      )}
    </Sheet>
  );
}
