import { MonthLine } from "@/components/fund/chart/month-line";
import { Sheet } from "@/components/layout/sheet";
import { More } from "@/components/ui/more";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { type FundFilter, isWholeYear } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";
import { MonthSaid } from "./month-said";
import { MonthTable } from "./month-table";

/** 逐月累计拨付: what it says in one sentence, the line, and under it the same in a table (U20). */
export async function MonthSheet({ overview, filter }: { overview: FundOverview; filter: FundFilter }) {
  const t = await getTranslations("fund.months");
  const held = isWholeYear(filter) ? overview.standard.standard : null;

  return (
    <Sheet title={t("title")} note={t("note", { asOf: filter.asOf })}>
      <div className="sheet-body">
        <p className="small muted">
          <MonthSaid months={overview.months} standard={held} filter={filter} />
        </p>
        <MonthLine months={overview.months} standard={held} filter={filter} />
      </div>
      <More summary={t("table")}>
        <MonthTable months={overview.months} filter={filter} />
      </More>
    </Sheet>
  );
}
