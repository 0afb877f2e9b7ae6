import { FactorCodeField } from "@/components/account/factor-code-field";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { changePassword } from "@/lib/account/actions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

export async function ChangePassword({ hasFactor }: { hasFactor: boolean }) {
  const [t, label] = await Promise.all([getTranslations("account"), labelsOf("account")]);
  return (
    <Sheet title={t("changePassword")} note={t("changeNote")}>
      <div className="sheet-body">
        <Form action={changePassword} submissionKey={newSubmissionKey()} id="password" aria-label={t("changePassword")}>
          <TextField
            name="currentPassword"
            label={label.currentPassword}
            type="password"
            autoComplete="current-password"
            maxLength={200}
          />
          {hasFactor && <FactorCodeField />}
          <NewPasswordFields />
          <Submit main>{t("change")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
