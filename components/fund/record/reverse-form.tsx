import { Form } from "@/components/ui/form/form";
import { MoreFields } from "@/components/ui/form/more-fields";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextArea, TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { reverseRecord } from "@/lib/fund/actions/decide";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** R75: what is wrong is taken back whole by its opposite, on a day of an open month, once another person has approved that. */
export async function ReverseForm({ record, today }: { record: MoneyRecord; today: Day }) {
  const [t, label] = await Promise.all([getTranslations("money"), labelsOf("reversal")]);

  return (
    <Form
      id="reverse"
      action={reverseRecord}
      submissionKey={newSubmissionKey()}
      refusedTitle={t("actions.refused")}
      aria-label={t("actions.reverse")}
    >
      <input type="hidden" name="kind" value={record.kind} />
      <input type="hidden" name="recordId" value={record.id} />
      <MoreFields summary={t("actions.reverseLead")}>
        <div className="fields">
          <DayField
            name="datedOn"
            label={label.datedOn}
            hint={t("hints.reverseDay", { day: record.datedOn })}
            min={record.datedOn}
            max={today}
            defaultValue={today}
          />
          <TextField name="documentNo" label={label.documentNo} maxLength={60} />
          <div className="whole">
            <TextArea name="reason" label={label.reason} maxLength={200} rows={2} width="wide" />
          </div>
        </div>
        <Submit danger>{t("actions.reverse")}</Submit>
      </MoreFields>
    </Form>
  );
}
