import { RadioField, SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import { addHelper } from "@/lib/lesson-helper/actions";
import { listTrainersToBook } from "@/lib/trainer/queries";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { HelperRole } from "@/prisma/generated/enums";

/** Somebody of the register who is there on the day, and as what. */
export async function AddHelper({ lesson: { id, day, trainer } }: { lesson: LessonRecord }) {
  const [t, label, trainers] = await Promise.all([
    getTranslations("helper"),
    labelsOf("lesson"),
    listTrainersToBook(day),
  ]);
  return (
    <details className="more sheet-body">
      <summary>{t("add")}</summary>
      <Form
        id="helper"
        action={addHelper}
        submissionKey={newSubmissionKey()}
        aria-label={t("add")}
        refusedTitle={t("refused")}
      >
        <input type="hidden" name="lessonId" value={id} />
        <div className="fields">
          <SelectField
            name="trainerId"
            label={t("who")}
            empty={t("choose")}
            options={trainers
              .filter((one) => one.id !== trainer.id)
              .map(({ id: value, name, speciality }) => ({
                value,
                label: [name, speciality].filter(Boolean).join(" "),
              }))}
          />
          <RadioField
            name="role"
            label={label.role}
            inLine
            defaultValue={HelperRole.INTERPRETER}
            options={Object.values(HelperRole).map((value) => ({ value, label: t(`role.${value}`) }))}
          />
        </div>
        <Submit>{t("addSave")}</Submit>
      </Form>
    </details>
  );
}
