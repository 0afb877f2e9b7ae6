import { projectsAddress, wholeYear } from "@/components/fund/address";
import { permilleText, Repeated } from "@/components/fund/sum";
import { Sheet } from "@/components/layout/sheet";
import { type FundFilter, sinceOfLate } from "@/lib/fund/schema/filter";
import { daysBetween, yearOf } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

type Props = { filter: FundFilter; passed: number; belowPercent: number; afterPercent: number };

/** Which projects count as late, and how much of the year has passed. */
export async function LateFormula({ filter, passed, belowPercent, afterPercent }: Props) {
  const t = await getTranslations("fund.late");
  const { asOf, year } = filter;
  const days = daysBetween(firstDay(year), firstDay(year + 1));

  return (
    <Sheet
      title={t("title")}
      end={<a href={projectsAddress(wholeYear(filter), { since: sinceOfLate(year), late: "yes" })}>{t("list")}</a>}
    >
      <div className="sheet-body prose">
        {yearOf(asOf) === year && (
          <p id="year-passed">
            {t.rich("passedHow", {
              asOf,
              day: daysBetween(firstDay(year), asOf) + 1,
              days,
              passed: () => <Repeated figure="year-passed">{permilleText(passed)}</Repeated>,
            })}
          </p>
        )}
        <p id="late-below">
          {t.rich("ruleHow", {
            after: `${afterPercent} %`,
            below: () => <Repeated figure="late-below">{`${belowPercent} %`}</Repeated>,
          })}
        </p>
      </div>
    </Sheet>
  );
}
