import { getTranslations } from "next-intl/server";
import { fundAddress, isWholeYear, ofOverview } from "@/components/fund/address";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { CategoryTable } from "@/components/fund/category-table";
import { FilterSaid } from "@/components/fund/filter-said";
import { FourSums } from "@/components/fund/four-sums";
import { HowSheet } from "@/components/fund/how-sheet";
import { LateTable } from "@/components/fund/late-table";
import { MonthSaid } from "@/components/fund/month-said";
import { PaperMonths } from "@/components/fund/paper-months";
import { ProjectTable } from "@/components/fund/project-table";
import { SealPlace } from "@/components/fund/seal-place";
import { StateTable } from "@/components/fund/state-table";
import { DemoBand } from "@/components/layout/demo-band";
import { Sheet } from "@/components/layout/sheet";
import { requireActor } from "@/lib/auth/actor";
import { findFundOverview } from "@/lib/fund/queries/dashboard";
import { readFundFilter, sinceOfLate } from "@/lib/fund/schema/filter";

export async function generateMetadata() {
  return { title: (await getTranslations("fund"))("name") };
}

/** Paper: the same query and the same figures as the screen (I25), no script of its own, A4 on its side. */
export default async function FundPaper({ searchParams }: PageProps<"/print/fund">) {
  const { today, isDemo } = await requireActor("dashboard:fund");
  const query = await searchParams;
  const filter = ofOverview(readFundFilter(query, today));
  const [t, overview] = await Promise.all([getTranslations("fund"), findFundOverview(filter)]);
  const held = isWholeYear(filter) ? overview.standard.standard : null;
  const { projects, states, totals, categories, late, months } = overview;

  return (
    <>
      {isDemo && <DemoBand />}
      <main className="main paper" id="main">
        <p className="crumb">
          <a href={fundAddress(filter)}>{t("print.back")}</a>&ensp;{t("print.how")}
        </p>
        <h1>{t("print.title", { year: filter.year })}</h1>
        <p className="paper-note">
          <FilterSaid filter={filter} projects={projects} />
        </p>
        <AsOfNotice query={query} today={today} shown={filter.asOf} />
        <FourSums overview={overview} filter={filter} />
        <HowSheet overview={overview} filter={filter} />
        <Sheet title={t("months.title")} note={<MonthSaid months={months} standard={held} filter={filter} />}>
          <PaperMonths months={months} filter={filter} />
        </Sheet>
        <Sheet title={t("state.title")}>
          <StateTable states={states} projects={projects} totals={totals} filter={filter} />
        </Sheet>
        <Sheet title={t("category.title")}>
          <CategoryTable categories={categories} totals={totals} filter={filter} />
        </Sheet>
        {late.length > 0 && (
          <Sheet title={t("late.title")}>
            <LateTable projects={late} filter={{ ...filter, since: sinceOfLate(filter.year) }} />
          </Sheet>
        )}
        <Sheet title={t("projects.title")}>
          <ProjectTable projects={projects} filter={filter} />
        </Sheet>
        <SealPlace />
      </main>
    </>
  );
}
