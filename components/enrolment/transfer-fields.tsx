import { SelectField } from "@/components/ui/form/choice-field";
import type { OpenCohort } from "@/lib/enrolment/queries/open-cohorts";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** The cohort to go to, with its free places. */
export async function TransferFields({ cohorts }: { cohorts: OpenCohort[] }) {
  const [t, label] = await Promise.all([getTranslations("enrolment.panel"), labelsOf("enrolment")]);
  return (
    <SelectField
      name="toCohortId"
      label={label.toCohortId}
      empty={t("choose")}
      options={cohorts.map((cohort) => ({
        value: cohort.id,
        label: t("option", { ...cohort, left: Math.max(0, cohort.seats - cohort.confirmed) }),
      }))}
    />
  );
}
