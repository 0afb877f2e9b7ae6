import { Sheet } from "@/components/layout/sheet";
import { RadioField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { firstDay, lastDay } from "@/lib/value/period";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { setCalendarDay } from "@/lib/working-day/actions";

export async function SetDay({ year }: { year: number }) {
  const [t, label] = await Promise.all([getTranslations("workingDay"), labelsOf("calendarDay")]);
  return (
    <Sheet title={t("add")} note={t("addNote")}>
      <div className="sheet-body">
        <Form action={setCalendarDay} submissionKey={newSubmissionKey()} id="set" aria-label={t("add")}>
          <div className="fields">
            <DayField name="day" label={label.day} min={firstDay(year)} max={lastDay(year)} />
            <TextField name="name" label={label.name} maxLength={40} />
            <TextField name="documentNo" label={label.documentNo} hint={t("documentNoHint")} maxLength={60} optional />
          </div>
          <RadioField
            name="kind"
            label={label.kind}
            inLine
            options={[
              { value: "HOLIDAY", label: t("kinds.HOLIDAY") },
              { value: "WORK", label: t("kinds.WORK") },
            ]}
          />
          <Submit main>{t("add")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
