import { getMessages, getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/form/choice-field";
import type { OpenCohort } from "@/lib/enrolment/queries/open-cohorts";

/** The cohort to go to, with its free places. */
export async function TransferFields({ cohorts }: { cohorts: OpenCohort[] }) {
  const [t, { field }] = await Promise.all([getTranslations("enrolment.panel"), getMessages()]);
  return (
    <SelectField
      name="toCohortId"
      label={field.toCohortId}
      empty={t("choose")}
      options={cohorts.map((cohort) => ({
        value: cohort.id,
        label: t("option", { ...cohort, left: Math.max(0, cohort.seats - cohort.confirmed) }),
      }))}
    />
  );
}
