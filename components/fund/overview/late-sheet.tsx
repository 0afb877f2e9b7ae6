import { formulaAddress, projectsAddress, wholeYear } from "@/components/fund/address";
import { Count, permilleText, Sum } from "@/components/fund/sum";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { type FundFilter, sinceOfLate } from "@/lib/fund/schema/filter";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { LateTable } from "./late-table";

type Props = { overview: FundOverview; filter: FundFilter; belowPercent: number };

/** 滞后项目: how many, by which rule, and each with what stands in its way. */
export async function LateSheet({ overview: { late, yearPassedPermille }, filter, belowPercent }: Props) {
  const t = await getTranslations("fund.late");
  const year = wholeYear(filter);
  const ever = { ...filter, since: sinceOfLate(filter.year) };
  const title = (
    <>
      {t("title")}(
      <Count figure="projects" href={projectsAddress(ever, { late: "yes" })} count={late.length} />)
    </>
  );
  const note = (
    <>
      {t.rich("rule", {
        below: () => (
          <Sum figure="late-below" href={formulaAddress("late-below", year)}>
            {`${belowPercent} %`}
          </Sum>
        ),
      })}
      {yearOf(filter.asOf) === filter.year &&
        t.rich("passed", {
          passed: () => (
            <Sum figure="year-passed" href={formulaAddress("year-passed", year)}>
              {permilleText(yearPassedPermille)}
            </Sum>
          ),
        })}
    </>
  );

  return (
    <Sheet title={title} note={note}>
      {late.length > 0 ? <LateTable projects={late} filter={ever} /> : <Empty lead={t("none")} />}
    </Sheet>
  );
}
