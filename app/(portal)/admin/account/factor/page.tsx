import { redirect } from "next/navigation";
import { FactorCodeField } from "@/components/account/factor-code-field";
import { FactorOffer } from "@/components/account/factor-offer";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { enrolOwnFactor } from "@/lib/account/factor/actions";
import { findOffer } from "@/lib/account/factor/queries";
import { findOwnAccount } from "@/lib/account/queries";
import { localPath } from "@/lib/account/sign-in/rules";
import { requireActor } from "@/lib/auth/actor";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("factor"))("title") };
}

/** R93, R100: the second factor before it is asked for: scan, type the code, go back to where it was missed. */
export default async function OwnFactorPage({ searchParams }: PageProps<"/admin/account/factor">) {
  const actor = await requireActor("own:preferences");
  const { from } = await searchParams;
  const wanted = localPath(typeof from === "string" ? from : "/admin/account");
  const [{ factorSince }, offer, t, label, account] = await Promise.all([
    findOwnAccount(actor.id),
    findOffer(actor),
    getTranslations("factor"),
    labelsOf("account"),
    getTranslations("account"),
  ]);
  if (factorSince) redirect(wanted);

  return (
    <main className="main" id="main">
      <Crumb href="/admin/account" list={account("title")} here={t("title")} />
      <Title title={t("title")} note={t("ownWhy")} />
      <Sheet title={t("account", { username: offer.username, name: actor.name })}>
        <div className="sheet-body">
          <FactorOffer offer={offer} />
          <Form action={enrolOwnFactor} submissionKey={newSubmissionKey()} id="enrol" aria-label={t("title")}>
            <input type="hidden" name="from" value={wanted} />
            <FactorCodeField />
            <TextField
              name="currentPassword"
              label={label.currentPassword}
              hint={t("ownPassword")}
              type="password"
              autoComplete="current-password"
              maxLength={200}
            />
            <Submit main>{t("ownSubmit")}</Submit>
          </Form>
        </div>
      </Sheet>
    </main>
  );
}
