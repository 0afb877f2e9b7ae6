import { TextField } from "@/components/ui/form/text-field";
import { leastPassword } from "@/lib/account/rules";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** A new password, typed twice; what it must be is said before, not after. */
export async function NewPasswordFields() {
  const [t, label] = await Promise.all([getTranslations("account"), labelsOf("account")]);
  return (
    <>
      <TextField
        name="newPassword"
        label={label.newPassword}
        hint={t("passwordHint", { least: leastPassword })}
        type="password"
        autoComplete="new-password"
        maxLength={200}
      />
      <TextField
        name="repeatedPassword"
        label={label.repeatedPassword}
        type="password"
        autoComplete="new-password"
        maxLength={200}
      />
    </>
  );
}
