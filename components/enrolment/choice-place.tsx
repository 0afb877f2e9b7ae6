import { RadioField } from "@/components/ui/form/choice-field";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import type { CohortState } from "@/prisma/generated/enums";

/** What becomes of those for whom no place is left: asked before, so that nobody is put on the waiting list silently. */
export async function ChoicePlace({ state }: { state: CohortState }) {
  const [t, label] = await Promise.all([getTranslations("enrolment.place"), labelsOf("enrolment")]);
  if (state !== "APPROVED") return <input type="hidden" name="place" value="CONFIRMED" />;
  return (
    <RadioField
      name="place"
      label={label.place}
      options={[
        { value: "CONFIRMED", label: t("CONFIRMED") },
        { value: "WAITLISTED", label: t("WAITLISTED") },
      ]}
      defaultValue="CONFIRMED"
      inLine
    />
  );
}
