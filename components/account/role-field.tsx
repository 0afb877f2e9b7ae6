import { SelectField } from "@/components/ui/form/choice-field";
import { roles } from "@/lib/auth/permissions";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** One post, and one only (I34); what it may do stands on the page of the permission table. */
export async function RoleField({ value }: { value?: string }) {
  const [t, label, role] = await Promise.all([
    getTranslations("accounts"),
    labelsOf("account"),
    getTranslations("nav.roles"),
  ]);
  return (
    <SelectField
      name="role"
      label={label.role}
      hint={t("roleHint")}
      empty={t("chooseRole")}
      defaultValue={value}
      options={roles.map((one) => ({ value: one, label: role(one) }))}
    />
  );
}
