import { RadioField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextField } from "@/components/ui/form/text-field";
import { More } from "@/components/ui/more";
import { askLeave } from "@/lib/attendance/actions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** Asks for leave: which kind, from which day to which, and why. */
export async function ChoiceOfLeave({ enrolmentId, today }: { enrolmentId: string; today: Day }) {
  const t = await getTranslations("attendance");
  const kinds = (["PERSONAL_LEAVE", "SICK_LEAVE"] as const).map((value) => ({ value, label: t(`marks.${value}`) }));
  return (
    <div className="sheet-body">
      <More summary={t("leave.ask")}>
        <Form action={askLeave} id="leave" submissionKey={newSubmissionKey()}>
          <input type="hidden" name="enrolmentId" value={enrolmentId} />
          <RadioField name="mark" label={t("leave.mark")} options={kinds} defaultValue="PERSONAL_LEAVE" inLine />
          <div className="flex flex-wrap gap-6">
            <DayField name="fromDay" label={t("leave.fromDay")} defaultValue={today} />
            <DayField name="toDay" label={t("leave.toDay")} defaultValue={today} />
          </div>
          <TextField name="reason" label={t("leave.reason")} maxLength={200} width="wide" />
          <Submit>{t("leave.ask")}</Submit>
        </Form>
      </More>
    </div>
  );
}
