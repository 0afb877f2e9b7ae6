import { fundAddress } from "@/components/fund/address";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { FilterSaid } from "@/components/fund/filter-said";
import { FormulaSheet } from "@/components/fund/overview/formula-sheet";
import { LateFormula } from "@/components/fund/overview/late-formula";
import { StandardSheet } from "@/components/fund/overview/standard-sheet";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { findFundOverview, listFundYears } from "@/lib/fund/queries/dashboard";
import { readFundFilter } from "@/lib/fund/schema/filter";
import { parametersOn } from "@/lib/setting/parameter";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("fund"))("how.title") };
}

export default async function FormulaPage({ searchParams }: PageProps<"/fund/formula">) {
  const { today } = await requireActor("dashboard:fund");
  const query = await searchParams;
  const filter = readFundFilter(query, today);
  const { year, asOf } = filter;
  const [t, overview, years, parameters] = await Promise.all([
    getTranslations("fund"),
    findFundOverview(filter),
    listFundYears(asOf),
    parametersOn(asOf),
  ]);

  return (
    <main className="main" id="main">
      <Crumb href={fundAddress(filter)} list={t("title", { year })} here={t("how.title")} />
      <Title title={t("how.title")} note={<FilterSaid filter={filter} projects={overview.projects} />} />
      <AsOfNotice query={query} today={today} shown={filter.asOf} />
      <StandardSheet
        standard={overview.standard}
        plan={years.find((one) => one.year === year)?.plan ?? null}
        filter={filter}
      />
      <FormulaSheet overview={overview} filter={filter} />
      <LateFormula
        filter={filter}
        passed={overview.yearPassedPermille}
        belowPercent={parameters("late_below_percent")}
        afterPercent={parameters("late_after_year_percent")}
      />
    </main>
  );
}
