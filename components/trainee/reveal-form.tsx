import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { revealNumber } from "@/lib/trainee/actions";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { revealFields, revealReasons } from "@/lib/trainee/rules/notice";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ShownNumber } from "./shown-number";

/** R92: one full number at a time, for a reason that is written down. */
export async function RevealForm({ trainee }: { trainee: TraineeRecord }) {
  const [t, words] = await Promise.all([getTranslations("trainee.reveal"), getMessages()]);
  const given = revealFields.filter((field) => trainee[field]);

  return (
    <Sheet title={t("title")} note={t("note")}>
      <div className="sheet-body">
        <Form action={revealNumber} submissionKey={newSubmissionKey()} id="reveal">
          <input type="hidden" name="traineeId" value={trainee.id} />
          <ShownNumber words={await sentences(words.trainee.reveal)} />
          <div className="line-form">
            <SelectField
              name="number"
              label={t("number")}
              options={given.map((value) => ({ value, label: t(`numbers.${value}`) }))}
            />
            <SelectField
              name="reason"
              label={t("reason")}
              empty={t("choose")}
              options={revealReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            />
            <TextField name="reasonText" label={t("text")} placeholder={t("textHint")} maxLength={100} optional />
            <Submit>{t("show")}</Submit>
          </div>
        </Form>
      </div>
    </Sheet>
  );
}
