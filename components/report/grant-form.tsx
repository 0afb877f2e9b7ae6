import { FactorCodeField } from "@/components/account/factor-code-field";
import { Sheet } from "@/components/layout/sheet";
import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { grantExport } from "@/lib/report/actions";
import { purposes } from "@/lib/report/schema";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = { report: string; query: string };

/** R93: what the whole numbers are for, and that it is still the same person who asks. */
export async function GrantForm({ report, query }: Props) {
  const [t, label] = await Promise.all([getTranslations("report.full"), labelsOf("account")]);

  return (
    <Sheet title={t("sheet")} note={t("sheetNote")}>
      <div className="sheet-body">
        <Form action={grantExport} submissionKey={newSubmissionKey()} id="grant" refusedTitle={t("refused")}>
          <input type="hidden" name="report" value={report} />
          <input type="hidden" name="query" value={query} />
          <div className="fields">
            <SelectField
              name="purpose"
              label={t("purpose")}
              empty={t("choose")}
              options={purposes.map((value) => ({ value, label: t(`purposes.${value}`) }))}
            />
            <TextField name="purposeText" label={t("purposeText")} hint={t("purposeHint")} maxLength={100} optional />
            <TextField
              name="currentPassword"
              label={label.currentPassword}
              type="password"
              autoComplete="current-password"
              maxLength={200}
            />
            <FactorCodeField />
          </div>
          <Submit main>{t("grant")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
