import { DoneBanner } from "@/components/command/done-banner";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { FundTabs } from "@/components/fund/fund-tabs";
import { BookFilters } from "@/components/fund/ledger/book-filters";
import { VersionTable } from "@/components/fund/record/version-table";
import { Repeated } from "@/components/fund/sum";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ExportLinks } from "@/components/report/export-links";
import { PrintFundLink } from "@/components/report/print-link";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { mayPropose } from "@/lib/auth/permissions";
import { listVersions } from "@/lib/fund/queries/decisions";
import { findStandard } from "@/lib/fund/queries/standard";
import { bookQuery, periodQuery, yearsTo } from "@/lib/fund/schema/period";
import { revenueReport } from "@/lib/report/queries/revenues";
import { formatWan } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("money.revenues"))("title") };
}

/** R62: the revenue the standards are computed from; with a year in the address, that year and its figure. */
export default async function RevenuesPage({ searchParams }: PageProps<"/fund/revenues">) {
  const actor = await requireActor("dashboard:fund");
  const address = await searchParams;
  const { year, asOf: asked, q } = periodQuery.parse(address);
  const asOf = asked && asked <= actor.today ? asked : actor.today;
  const query = bookQuery({ year, asOf, q });
  const [t, fund, versions, due] = await Promise.all([
    getTranslations("money.revenues"),
    getTranslations("fund"),
    listVersions("revenue", { year, asOf, q }),
    year === undefined ? null : findStandard(year + 1, asOf),
  ]);
  const revenue = due?.revenue;

  return (
    <main className="main" id="main">
      <FundTabs current="revenues" />
      <DoneBanner />
      <Title
        title={year === undefined ? t("title") : t("titleOf", { year })}
        note={asked ? fund("note", { asOf }) : t("note")}
        actions={
          <>
            {year !== undefined && <ButtonLink href="/fund/revenues">{t("all")}</ButtonLink>}
            <ExportLinks actor={actor} report={revenueReport} query={query} count={versions.length} />
            <PrintFundLink actor={actor} report={revenueReport} query={query} />
            {mayPropose(actor.role, "money:record") && (
              <ButtonLink main href={year === undefined ? "/fund/revenues/new" : `/fund/revenues/new?year=${year}`}>
                {t("new")}
              </ButtonLink>
            )}
          </>
        }
      />
      <AsOfNotice query={{ asOf: address.asOf }} today={actor.today} shown={asOf} />
      <Sheet
        title={t("versions", { count: versions.length })}
        note={
          year !== undefined &&
          (revenue
            ? t.rich("counts", {
                year,
                certainty: revenue.certainty,
                sum: () => <Repeated figure="revenue">{formatWan(revenue.amount)}</Repeated>,
              })
            : t("unknown", { year }))
        }
      >
        <BookFilters path="/fund/revenues" filter={{ year, asOf: asked, q }} asOf={asOf} years={yearsTo(actor.today)} />
        {versions.length > 0 ? (
          <VersionTable versions={versions} caption={t("title")} />
        ) : (
          <Empty lead={t("empty")} text={t("emptyText")} />
        )}
      </Sheet>
    </main>
  );
}
