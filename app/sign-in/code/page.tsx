import { redirect } from "next/navigation";
import { Door } from "@/components/account/door";
import { FactorCodeField } from "@/components/account/factor-code-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { passFactor } from "@/lib/account/factor/actions";
import { findPending } from "@/lib/account/factor/queries";
import { localPath } from "@/lib/account/sign-in/rules";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("factor");
  return { title: t("codeTitle") };
}

/** R100: the password was right; the code of the app opens. */
export default async function FactorCodePage({ searchParams }: PageProps<"/sign-in/code">) {
  const [{ from }, pending, t] = await Promise.all([searchParams, findPending(), getTranslations("factor")]);
  if (pending?.awaits !== "CODE") redirect("/sign-in");

  return (
    <Door title={t("codeTitle")}>
      <Form action={passFactor} id="code" aria-label={t("codeTitle")}>
        <p className="field">{t("account", { username: pending.username, name: pending.name })}</p>
        <input type="hidden" name="from" value={localPath(typeof from === "string" ? from : undefined)} />
        <FactorCodeField />
        <Submit main className="w-full">
          {t("codeSubmit")}
        </Submit>
      </Form>
      <p className="small muted mt-4">{t("lost")}</p>
      <p className="small mt-2">
        <a href="/sign-in">{t("other")}</a>
      </p>
    </Door>
  );
}
