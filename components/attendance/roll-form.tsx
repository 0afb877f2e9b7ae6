import { RollRows } from "@/components/attendance/roll-rows";
import { rollRows, rollWords } from "@/components/attendance/roll-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { takeRoll } from "@/lib/attendance/actions";
import type { Roll } from "@/lib/attendance/queries/roll";
import { presence } from "@/lib/attendance/rules";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** The roll at a desk: everybody in sight, one button; after the hours of correction with a reason (R45). */
export async function RollForm({ roll }: { roll: Roll }) {
  const [t, label] = await Promise.all([getTranslations("attendance.roll"), labelsOf("attendance")]);
  return (
    <Form action={takeRoll} id="roll" submissionKey={newSubmissionKey()}>
      <input type="hidden" name="lessonId" value={roll.lesson.id} />
      <RollRows rows={await rollRows(roll)} words={await rollWords()} present={[...presence]} />
      <div className="sheet-body">
        {roll.over && (
          <TextField
            name="reason"
            label={label.reason}
            hint={t("reasonHint", { hours: roll.hours })}
            maxLength={200}
            width="wide"
          />
        )}
        <div className="actions">
          <Submit main>{t("save")}</Submit>
          <ButtonLink href={`/schedule/lessons/${roll.lesson.id}`}>{t("back")}</ButtonLink>
        </div>
      </div>
    </Form>
  );
}
