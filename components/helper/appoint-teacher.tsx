import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField } from "@/components/ui/form/text-field";
import { appointTeacher } from "@/lib/class-teacher/actions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { listTrainersToBook } from "@/lib/trainer/queries";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohort: { id: string; startsOn: Day }; today: Day };

/** Another class teacher from a day on, by default from the first day of the cohort, later from today. */
export async function AppointTeacher({ cohort: { id, startsOn }, today }: Props) {
  const from = startsOn > today ? startsOn : today;
  const [t, label, trainers] = await Promise.all([
    getTranslations("helper"),
    labelsOf("cohort"),
    listTrainersToBook(from),
  ]);
  return (
    <details className="more sheet-body">
      <summary>{t("appoint")}</summary>
      <Form
        id="teacher"
        action={appointTeacher}
        submissionKey={newSubmissionKey()}
        aria-label={t("appoint")}
        refusedTitle={t("refusedTeacher")}
      >
        <input type="hidden" name="cohortId" value={id} />
        <div className="fields">
          <SelectField
            name="trainerId"
            label={t("teacher")}
            empty={t("choose")}
            options={trainers.map(({ id: value, name, speciality }) => ({
              value,
              label: [name, speciality].filter(Boolean).join(" "),
            }))}
          />
          <DayField name="fromDay" label={label.fromDay} defaultValue={from} />
          <DayField name="untilDay" label={label.untilDay} hint={t("untilHint")} optional />
        </div>
        <Submit>{t("appointSave")}</Submit>
      </Form>
    </details>
  );
}
