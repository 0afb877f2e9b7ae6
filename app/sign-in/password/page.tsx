import { redirect } from "next/navigation";
import { Door } from "@/components/account/door";
import { FactorCodeField } from "@/components/account/factor-code-field";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { renewPassword } from "@/lib/account/factor/actions";
import { findPending } from "@/lib/account/factor/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("factor");
  return { title: t("passwordTitle") };
}

/** R100: where an office asks for it, a password past its days is replaced before anything opens. */
export default async function RenewPasswordPage() {
  const [pending, t] = await Promise.all([findPending(), getTranslations("factor")]);
  if (pending?.awaits !== "PASSWORD") redirect("/sign-in");

  return (
    <Door title={t("passwordTitle")}>
      <Form action={renewPassword} id="renew" aria-label={t("passwordTitle")}>
        <p className="field">{t("account", { username: pending.username, name: pending.name })}</p>
        <p className="field">{t("passwordOld")}</p>
        {pending.hasFactor && <FactorCodeField />}
        <NewPasswordFields />
        <Submit main className="w-full">
          {t("passwordSubmit")}
        </Submit>
      </Form>
    </Door>
  );
}
