import { fundAddress } from "@/components/fund/address";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { YearLine } from "@/components/fund/chart/year-line";
import { YearTable } from "@/components/fund/overview/year-table";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { listFundYears } from "@/lib/fund/queries/dashboard";
import { readFundFilter } from "@/lib/fund/schema/filter";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("fund.years"))("title") };
}

export default async function StandardsPage({ searchParams }: PageProps<"/fund/standards">) {
  const { today } = await requireActor("dashboard:fund");
  const query = await searchParams;
  const filter = readFundFilter(query, today);
  const { year, asOf } = filter;
  const [t, years] = await Promise.all([getTranslations("fund"), listFundYears(asOf)]);
  const begun = years.filter((one) => one.year <= yearOf(asOf));

  return (
    <main className="main" id="main">
      <Crumb href={fundAddress(filter)} list={t("title", { year })} here={t("years.title")} />
      <Title title={t("years.title")} note={t("note", { asOf })} />
      <AsOfNotice query={query} today={today} shown={filter.asOf} />
      <Sheet title={t("years.line")} note={t("years.lineNote", { first: begun[0]?.year ?? year, last: yearOf(asOf) })}>
        <div className="sheet-body">
          <YearLine years={begun} />
        </div>
      </Sheet>
      <Sheet title={t("years.table")} note={t("years.tableNote")}>
        <YearTable years={years} asOf={asOf} />
      </Sheet>
    </main>
  );
}
