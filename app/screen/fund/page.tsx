import { fundAddress, ofOverview } from "@/components/fund/address";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { MonthLine } from "@/components/fund/chart/month-line";
import { FourSums } from "@/components/fund/overview/four-sums";
import { LateList } from "@/components/fund/overview/late-list";
import { StateTable } from "@/components/fund/overview/state-table";
import { ScreenRefresh } from "@/components/fund/screen-refresh";
import { DemoBand } from "@/components/layout/demo-band";
import { requireActor } from "@/lib/auth/actor";
import { findFundOverview } from "@/lib/fund/queries/dashboard";
import { isWholeYear, readFundFilter } from "@/lib/fund/schema/filter";
import { clockOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("fund"))("name") };
}

/** The meeting screen, 16:9, read from the back row; it fetches itself anew and never goes blank. */
export default async function FundScreen({ searchParams }: PageProps<"/screen/fund">) {
  const { today, isDemo } = await requireActor("dashboard:fund");
  const query = await searchParams;
  const filter = ofOverview(readFundFilter(query, today));
  const [t, overview] = await Promise.all([getTranslations("fund"), findFundOverview(filter)]);
  const held = isWholeYear(filter) ? overview.standard.standard : null;
  const readAt = clockOfInstant(new Date());

  return (
    <main className="screen" id="main">
      {isDemo && <DemoBand />}
      <header>
        <h1>{t("title", { year: filter.year })}</h1>
        <p>{t("screen.note", { asOf: filter.asOf })}</p>
        <ScreenRefresh
          readAt={readAt}
          wording={{ fresh: t("screen.readAt", { time: readAt }), lost: t("screen.lost", { time: readAt }) }}
        />
        <a href={fundAddress(filter)}>{t("screen.leave")}</a>
      </header>
      <AsOfNotice query={query} today={today} shown={filter.asOf} />
      <FourSums overview={overview} filter={filter} />
      <div className="screen-cols">
        <section aria-labelledby="months">
          <h2 id="months">{t("months.title")}</h2>
          <MonthLine months={overview.months} standard={held} filter={filter} />
        </section>
        <section aria-labelledby="states">
          <h2 id="states">{t("screen.states")}</h2>
          <StateTable
            states={overview.states}
            projects={overview.projects}
            totals={overview.totals}
            filter={filter}
            onlyPresent
          />
          <LateList projects={overview.late} filter={filter} />
        </section>
      </div>
    </main>
  );
}
