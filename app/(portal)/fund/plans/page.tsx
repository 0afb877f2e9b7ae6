import { DoneBanner } from "@/components/command/done-banner";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { FundTabs } from "@/components/fund/fund-tabs";
import { VersionTable } from "@/components/fund/record/version-table";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { mayPropose } from "@/lib/auth/permissions";
import { listVersions } from "@/lib/fund/queries/decisions";
import { listStandards } from "@/lib/fund/queries/standard";
import { periodQuery } from "@/lib/fund/schema/period";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("money.plans"))("title") };
}

/** R63, R65: what each year may arrange, beside what is due for it; 0.5 % is a floor, not a cap. */
export default async function PlansPage({ searchParams }: PageProps<"/fund/plans">) {
  const actor = await requireActor("dashboard:fund");
  const address = await searchParams;
  const { year, asOf: asked } = periodQuery.parse(address);
  const asOf = asked && asked <= actor.today ? asked : actor.today;
  const [t, fund, versions] = await Promise.all([
    getTranslations("money.plans"),
    getTranslations("fund"),
    listVersions("plan", { year, asOf }),
  ]);
  const standards = await listStandards(
    versions.map((version) => version.year),
    asOf,
  );

  return (
    <main className="main" id="main">
      <FundTabs current="plans" />
      <DoneBanner />
      <Title
        title={year === undefined ? t("title") : t("titleOf", { year })}
        note={asked ? fund("note", { asOf }) : t("note")}
        actions={
          <>
            {year !== undefined && <ButtonLink href="/fund/plans">{t("all")}</ButtonLink>}
            {mayPropose(actor.role, "money:record") && (
              <ButtonLink main href={year === undefined ? "/fund/plans/new" : `/fund/plans/new?year=${year}`}>
                {t("new")}
              </ButtonLink>
            )}
          </>
        }
      />
      <AsOfNotice query={{ asOf: address.asOf }} today={actor.today} shown={asOf} />
      <Sheet title={t("versions", { count: versions.length })}>
        {versions.length > 0 ? (
          <VersionTable versions={versions} caption={t("title")} standards={standards} />
        ) : (
          <Empty lead={t("empty")} text={t("emptyText")} />
        )}
      </Sheet>
    </main>
  );
}
