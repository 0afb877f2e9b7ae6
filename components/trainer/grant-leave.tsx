import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { grantLeave } from "@/lib/trainer-leave/actions";
import type { Day } from "@/lib/value/calendar";
import { labelsOf, sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { LessonsOnLeave } from "./lessons-on-leave";

/** Notes a leave down; a lesson on one of its days is one press away. */
export async function GrantLeave({ trainerId, today }: { trainerId: string; today: Day }) {
  const [t, label, { trainerLeave }] = await Promise.all([
    getTranslations("trainerLeave"),
    labelsOf("trainerLeave"),
    getMessages(),
  ]);
  return (
    <Sheet title={t("grant")} note={t("grantNote")}>
      <div className="sheet-body">
        <Form
          id="grant"
          action={grantLeave}
          submissionKey={newSubmissionKey()}
          aria-label={t("grant")}
          refused={<LessonsOnLeave lead={await sentences(trainerLeave.inTheWay)} />}
        >
          <input type="hidden" name="trainerId" value={trainerId} />
          <div className="fields">
            <DayField name="startsOn" label={label.startsOn} defaultValue={today} />
            <DayField name="endsOn" label={label.endsOn} defaultValue={today} />
            <TextField name="reason" label={label.reason} maxLength={60} />
          </div>
          <Submit>{t("grantSave")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
