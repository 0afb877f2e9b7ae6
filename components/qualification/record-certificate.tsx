import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { recordCertificate } from "@/lib/qualification/actions";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

const kinds = ["teacher", "vocational", "skillLevel", "startUp"] as const;

/** A certificate as its paper says; its kinds are offered while it is typed. */
export async function RecordCertificate({ trainerId }: { trainerId: string }) {
  const [t, label] = await Promise.all([getTranslations("qualification"), labelsOf("trainerCertificate")]);
  return (
    <details className="more sheet-body">
      <summary>{t("record")}</summary>
      <Form
        id="certificate"
        action={recordCertificate}
        submissionKey={newSubmissionKey()}
        aria-label={t("record")}
        refusedTitle={t("refused")}
      >
        <input type="hidden" name="trainerId" value={trainerId} />
        <div className="fields">
          <TextField name="name" label={label.name} list="certificate-kinds" maxLength={40} />
          <datalist id="certificate-kinds">
            {kinds.map((kind) => (
              <option value={t(`kinds.${kind}`)} key={kind} />
            ))}
          </datalist>
          <TextField name="number" label={label.number} hint={t("numberHint")} maxLength={40} />
          <TextField name="level" label={label.level} hint={t("levelHint")} maxLength={20} optional />
          <DayField name="issuedOn" label={label.issuedOn} />
          <DayField name="validUntil" label={label.validUntil} hint={t("validHint")} optional />
        </div>
        <Submit>{t("recordSave")}</Submit>
      </Form>
    </details>
  );
}
