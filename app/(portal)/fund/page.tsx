import { ofOverview } from "@/components/fund/address";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { FundActions } from "@/components/fund/fund-actions";
import { FundFilters } from "@/components/fund/fund-filters";
import { FundTabs } from "@/components/fund/fund-tabs";
import { SealedLine } from "@/components/fund/month/sealed-line";
import { CategoryTable } from "@/components/fund/overview/category-table";
import { EverSheet } from "@/components/fund/overview/ever-sheet";
import { FourSums } from "@/components/fund/overview/four-sums";
import { HowSheet } from "@/components/fund/overview/how-sheet";
import { LateSheet } from "@/components/fund/overview/late-sheet";
import { MonthSheet } from "@/components/fund/overview/month-sheet";
import { PlanBelowLine } from "@/components/fund/overview/plans-below";
import { SplitSheet } from "@/components/fund/overview/split-sheet";
import { StateSheet } from "@/components/fund/overview/state-sheet";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { findFundPage } from "@/lib/fund/queries/page";
import { isWholeYear, readFundFilter } from "@/lib/fund/schema/filter";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("fund"))("name") };
}

export default async function FundPage({ searchParams }: PageProps<"/fund">) {
  const actor = await requireActor("dashboard:fund");
  const { today } = actor;
  const query = await searchParams;
  const filter = ofOverview(readFundFilter(query, today));
  const { year, asOf } = filter;
  const [t, { overview, projects, parameters, isClosed, planBelow }] = await Promise.all([
    getTranslations("fund"),
    findFundPage(filter, today),
  ]);

  return (
    <main className="main" id="main">
      <FundTabs current="overview" />
      <Title
        title={t("title", { year })}
        note={t("note", { asOf })}
        actions={<FundActions filter={filter} lastYear={yearOf(today)} />}
      />
      <AsOfNotice query={query} today={today} shown={filter.asOf} />
      {isWholeYear(filter) && (
        <>
          {isClosed && <SealedLine year={year} today={today} />}
          {planBelow && <PlanBelowLine plan={planBelow} actor={actor} />}
        </>
      )}
      <FourSums overview={overview} filter={filter}>
        <FundFilters filter={filter} projects={projects} lastYear={yearOf(today)} />
      </FourSums>
      <div className="columns even">
        <SplitSheet overview={overview} filter={filter} />
        <HowSheet overview={overview} filter={filter} />
      </div>
      <div className="columns wide even">
        <MonthSheet overview={overview} filter={filter} />
        <StateSheet overview={overview} filter={filter} />
      </div>
      <Sheet title={t("category.title")} note={t("wan")}>
        <CategoryTable categories={overview.categories} totals={overview.totals} filter={filter} />
      </Sheet>
      <LateSheet overview={overview} filter={filter} belowPercent={parameters("late_below_percent")} />
      <EverSheet overview={overview} filter={filter} />
    </main>
  );
}
