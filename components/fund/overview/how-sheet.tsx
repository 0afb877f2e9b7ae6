import { formulaAddress, revenueAddress, wholeYear } from "@/components/fund/address";
import { basisPointsText, type FigureName, Money, Sum } from "@/components/fund/sum";
import { Sheet } from "@/components/layout/sheet";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { spokenCny } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";
import { StepRow } from "./step-row";
import { stepsOf } from "./steps";

/** 怎么算的: the standard with its numbers, then every difference and rate; each is one press away from its records. */
export async function HowSheet({ overview, filter }: { overview: FundOverview; filter: FundFilter }) {
  const t = await getTranslations("fund.how");
  const steps = stepsOf(overview, filter).filter(({ figure }) => !alone.includes(figure));
  const end = (
    <>
      <a href={formulaAddress("standard", filter)}>{t("all")}</a>
      &ensp;
      <a href={`/fund/standards?asOf=${filter.asOf}`}>{t("years")}</a>
    </>
  );

  return (
    <Sheet title={t("title")} end={end}>
      <div className="sheet-body">
        <StandardFormula overview={overview} filter={filter} />
        <table className="sums">
          <caption className="sr-only">{t("title")}</caption>
          <tbody>
            {steps.map((step) => (
              <StepRow key={step.figure} step={step} filter={filter}>
                <Sum figure={step.figure} href={formulaAddress(step.figure, filter)}>
                  {step.text}
                </Sum>
              </StepRow>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

/** Said on the page of all formulas only. */
const alone: FigureName[] = ["lack-disbursed", "standard-rate-disbursed"];

/** 514,000.00 万元 × 0.5 % = 2,570.00 万元, and 推算，未公布 beside what is not published. */
export async function StandardFormula({ overview, filter }: { overview: FundOverview; filter: FundFilter }) {
  const t = await getTranslations("fund.how");
  const { year, revenue, rateBasisPoints, standard } = overview.standard;
  const mark = revenue && revenue.certainty !== "CONFIRMED" && (
    <small className="muted nowrap"> {t(`certainty.${revenue.certainty}`)}</small>
  );

  return (
    <div className="formula">
      <div>
        <span>{t("revenue", { year: year - 1 })}</span>
        {revenue ? (
          <div>
            {t.rich("wan", {
              cny: spokenCny(revenue.amount),
              m: () => <Money figure="revenue" href={revenueAddress(year - 1, filter)} fen={revenue.amount} />,
            })}
            {mark}
          </div>
        ) : (
          <a href={revenueAddress(year - 1, filter)}>{t("noRevenue")}</a>
        )}
      </div>
      <b>×</b>
      <div>
        <span>{t("rate")}</span>
        <Sum figure="aid-rate" href={formulaAddress("aid-rate", wholeYear(filter))}>
          {basisPointsText(rateBasisPoints)}
        </Sum>
      </div>
      <b>=</b>
      <div>
        <span>{t("standard")}</span>
        {standard === null ? (
          <strong>{t("unconfirmed")}</strong>
        ) : (
          <div>
            <strong>
              {t.rich("wan", {
                cny: spokenCny(standard),
                m: () => (
                  <Money figure="standard" href={formulaAddress("standard", wholeYear(filter))} fen={standard} />
                ),
              })}
            </strong>
            {mark}
          </div>
        )}
      </div>
    </div>
  );
}
