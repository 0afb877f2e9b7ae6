import { Sheet } from "@/components/layout/sheet";
import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { noteRequest } from "@/lib/person-request/actions";
import { requestKinds } from "@/lib/person-request/schema";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** R98: staff write down what a person asks for. */
export async function NoteRequest({ traineeId, today }: { traineeId: string; today: Day }) {
  const [t, label] = await Promise.all([getTranslations("personRequest"), labelsOf("personRequest")]);
  return (
    <Sheet title={t("noteTitle")} note={t("noteNote")}>
      <div className="sheet-body">
        <Form action={noteRequest} submissionKey={newSubmissionKey()} id="request">
          <input type="hidden" name="traineeId" value={traineeId} />
          <div className="fields">
            <SelectField
              name="kind"
              label={label.kind}
              options={requestKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
            <DayField name="askedOn" label={label.askedOn} defaultValue={today} max={today} />
            <TextField name="note" label={label.note} hint={t("noteHint")} maxLength={200} optional />
          </div>
          <Submit main>{t("noteIt")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
