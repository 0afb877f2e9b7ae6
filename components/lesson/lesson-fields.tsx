import { classroomOptions } from "@/components/classroom/classroom-options";
import { RadioField, SelectField } from "@/components/ui/form/choice-field";
import { DayField, TextField } from "@/components/ui/form/text-field";
import type { Room } from "@/lib/classroom/queries";
import type { CohortToBook } from "@/lib/lesson/queries/timetable";
import { halves, presets } from "@/lib/lesson/rules/half-day";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import { findAble } from "@/lib/qualification/queries/skills";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { CohortBoxes } from "./cohort-boxes";
import { TimePresets } from "./time-presets";
import { TrainerSelect } from "./trainer-select";

/** What a form begins with: from the cell that was followed, an offer, or the lesson that is changed. */
export type LessonDraft = {
  cohortIds: string[];
  title: string;
  kind: string;
  classroomNumber: string;
  trainerId: string;
  day: string;
  startsAt: string;
  endsAt: string;
};

type Props = {
  draft: LessonDraft;
  /** None where the cohorts of a lesson are settled. */
  cohorts?: CohortToBook[];
  classrooms: Room[];
  trainers: { id: string; name: string; speciality: string }[];
  withDay?: boolean;
};

/** The fields of a lesson; the same for a single booking, a repeated one and a change. */
export async function LessonFields({ draft, cohorts, classrooms, trainers, withDay = true }: Props) {
  const [t, label, rooms, { able, lapsed }] = await Promise.all([
    getTranslations("lesson"),
    labelsOf("lesson"),
    classroomOptions(classrooms, draft),
    findAble(cohorts ? cohorts.map(({ id }) => id) : draft.cohortIds, draft.day as Day),
  ]);

  const boxes = (some: CohortToBook[]) =>
    some.map(({ id, number, title, confirmed, seats, startsOn, endsOn }) => ({
      id,
      name: t("fields.cohort", { number, title }),
      detail: t("fields.cohortSize", { confirmed, seats, from: startsOn, to: endsOn }),
    }));

  return (
    <div className="fields">
      {cohorts && (
        <div className="whole">
          <CohortBoxes
            label={label.cohortIds}
            hint={t("fields.cohortsHint")}
            empty={t("fields.noCohorts")}
            chosen={draft.cohortIds}
            cohorts={boxes(cohorts.filter((cohort) => runsOn(cohort, draft.day)))}
            others={boxes(cohorts.filter((cohort) => !runsOn(cohort, draft.day)))}
            othersLabel={t("fields.otherCohorts", {
              count: cohorts.filter((cohort) => !runsOn(cohort, draft.day)).length,
              day: draft.day,
            })}
          />
        </div>
      )}
      <TextField
        name="title"
        label={label.title}
        hint={t("fields.titleHint")}
        defaultValue={draft.title}
        maxLength={60}
      />
      <RadioField
        name="kind"
        label={label.kind}
        defaultValue={draft.kind}
        inLine
        options={[
          { value: "PRACTICE", label: t("kind.PRACTICE") },
          { value: "THEORY", label: t("kind.THEORY") },
        ]}
      />
      <SelectField
        name="classroomNumber"
        label={label.classroomNumber}
        empty={t("fields.classroomEmpty")}
        defaultValue={draft.classroomNumber}
        options={[...rooms, { value: noClassroom, label: t("fields.noClassroom") }]}
      />
      <TrainerSelect
        label={label.trainerId}
        empty={t("fields.trainerEmpty")}
        groups={{ able: t("fields.able"), others: t("fields.otherTrainers") }}
        defaultValue={draft.trainerId}
        cohortIds={draft.cohortIds}
        able={able}
        options={trainers.map(({ id, name, speciality }) => ({
          value: id,
          label: [name, speciality, lapsed[id] && t("fields.lapsed", { day: lapsed[id] })].filter(Boolean).join(" "),
        }))}
      />
      {withDay && <DayField name="day" label={label.day} defaultValue={draft.day} />}
      <div className={withDay ? undefined : "whole"}>
        <div className="flex flex-wrap gap-x-3">
          <TextField name="startsAt" label={label.startsAt} type="time" width="short" defaultValue={draft.startsAt} />
          <TextField name="endsAt" label={label.endsAt} type="time" width="short" defaultValue={draft.endsAt} />
        </div>
        <TimePresets
          label={t("fields.presets")}
          presets={halves.map((half) => ({
            ...presets[half],
            label: t("fields.preset", { half: t(`half.${half}`), ...presets[half] }),
          }))}
        />
      </div>
    </div>
  );
}

const runsOn = ({ startsOn, endsOn }: CohortToBook, day: string): boolean => startsOn <= day && endsOn >= day;
