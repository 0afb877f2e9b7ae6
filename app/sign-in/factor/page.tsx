import { redirect } from "next/navigation";
import { Door } from "@/components/account/door";
import { FactorCodeField } from "@/components/account/factor-code-field";
import { FactorOffer } from "@/components/account/factor-offer";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { enrolFactor, skipFactor } from "@/lib/account/factor/actions";
import { findPending, readOffered } from "@/lib/account/factor/queries";
import { localPath } from "@/lib/account/sign-in/rules";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("factor");
  return { title: t("title") };
}

/** R100: an administrator's first sign-in sets up the second factor, before anything else opens. */
export default async function FactorPage({ searchParams }: PageProps<"/sign-in/factor">) {
  const [{ from }, pending, t] = await Promise.all([searchParams, findPending(), getTranslations("factor")]);
  const offered = pending?.awaits === "ENROLMENT" ? readOffered(pending) : null;
  if (!pending || !offered) redirect("/sign-in");

  const wanted = localPath(typeof from === "string" ? from : undefined);
  return (
    <Door title={t("title")}>
      <p className="field">{t("account", { username: pending.username, name: pending.name })}</p>
      <p className="field">{t("why")}</p>
      <FactorOffer offer={offered} />
      <Form action={enrolFactor} id="enrol" aria-label={t("title")}>
        <input type="hidden" name="from" value={wanted} />
        <FactorCodeField />
        <Submit main className="w-full">
          {t("submit")}
        </Submit>
      </Form>
      {pending.isDemo && (
        <div className="mt-6">
          <Form action={skipFactor} id="skip" aria-label={t("skip")}>
            <input type="hidden" name="from" value={wanted} />
            <p className="small muted">{t("skipNote")}</p>
            <Submit className="w-full mt-2">{t("skip")}</Submit>
          </Form>
        </div>
      )}
    </Door>
  );
}
