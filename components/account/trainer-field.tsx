import { SelectField } from "@/components/ui/form/choice-field";
import { listTrainersToBook } from "@/lib/trainer/queries";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** For the role of a trainer: whose rolls the account takes. */
export async function TrainerField({ today }: { today: Day }) {
  const [t, label, trainers] = await Promise.all([
    getTranslations("accounts"),
    labelsOf("account"),
    listTrainersToBook(today),
  ]);
  return (
    <SelectField
      name="trainerId"
      label={label.trainerId}
      hint={t("trainerHint")}
      optional
      empty={t("noTrainer")}
      options={trainers.map(({ id, name, speciality }) => ({
        value: id,
        label: speciality ? t("trainer", { name, speciality }) : name,
      }))}
    />
  );
}
