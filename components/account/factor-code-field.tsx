import { TextField } from "@/components/ui/form/text-field";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

export async function FactorCodeField() {
  const [t, label] = await Promise.all([getTranslations("factor"), labelsOf("account")]);
  return (
    <TextField
      name="factorCode"
      label={label.factorCode}
      hint={t("codeHint")}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={10}
    />
  );
}
