import { ChangePassword } from "@/components/account/change-password";
import { Preferences } from "@/components/account/preferences";
import { SignInTable } from "@/components/account/sign-in-table";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { Facts } from "@/components/ui/facts";
import { findOwnAccount } from "@/lib/account/queries";
import { requireActor } from "@/lib/auth/actor";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("account");
  return { title: t("title") };
}

const FactorLink = ({ label }: { label: string }) => <a href="/admin/account/factor">{label}</a>;

export default async function AccountPage() {
  const actor = await requireActor("own:preferences");
  const [account, t, role, label, index] = await Promise.all([
    findOwnAccount(actor.id),
    getTranslations("account"),
    getTranslations("nav.roles"),
    labelsOf("account"),
    getTranslations("admin"),
  ]);

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <DoneBanner />
      <Title title={t("title")} />
      <section className="sheet">
        <div className="sheet-body flat">
          <Facts
            facts={[
              { term: label.username, value: account.username },
              { term: label.name, value: account.name },
              { term: t("role"), value: role(account.role) },
              {
                term: t("factor"),
                value: account.factorSince ? t("factorOn") : <FactorLink label={t("factorSetUp")} />,
              },
            ]}
          />
        </div>
      </section>
      <Preferences actor={actor} />
      <SignInTable signIns={account.signIns} here={actor.signInId} />
      <ChangePassword hasFactor={account.factorSince !== null} />
    </main>
  );
}
