import type { ReactNode } from "react";
import { formulaAddress, recordsAddress, revenueAddress, wholeYear } from "@/components/fund/address";
import { basisPointsText, Money, Rate, Sum } from "@/components/fund/sum";
import { KeyFigures } from "@/components/ui/key-figures";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { type FundFilter, isWholeYear } from "@/lib/fund/schema/filter";
import { type Fen, spokenCny } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";
import { AgainstStandard } from "./against-standard";
import { CarriedOver } from "./carried-over";

type Props = { overview: FundOverview; filter: FundFilter; children?: ReactNode };

/** 应拨标准, 安排, 拨付, 完成投资: four sums that are never one (R77), each with what it is held against; under them what they are narrowed to. */
export async function FourSums({ overview, filter, children }: Props) {
  const [t, of] = await Promise.all([getTranslations("fund.sums"), getTranslations("fund")]);
  const { totals, standard } = overview;
  const unit = (fen: Fen) => of("unit", { cny: spokenCny(fen) });
  const held = isWholeYear(filter) ? standard.standard : null;

  return (
    <section className="sheet" aria-label={t("title")}>
      <KeyFigures
        figures={[
          {
            label: t("standard"),
            figure: <StandardFigure {...{ overview, filter }} />,
            ...(standard.standard !== null && { unit: unit(standard.standard) }),
            note: <StandardNote {...{ overview, filter }} />,
          },
          {
            label: t("arranged"),
            figure: <Money figure="arranged" href={recordsAddress("appropriations", filter)} fen={totals.arranged} />,
            unit: unit(totals.arranged),
            note: held !== null && (
              <>
                {t("standardRate")}{" "}
                <Rate
                  figure="standard-rate"
                  href={formulaAddress("standard-rate", filter)}
                  part={totals.arranged}
                  of={held}
                />
                <AgainstStandard sum="arranged" fen={totals.arranged} standard={held} filter={filter} />
              </>
            ),
          },
          {
            label: t("disbursed"),
            figure: <Money figure="disbursed" href={recordsAddress("disbursements", filter)} fen={totals.disbursed} />,
            unit: unit(totals.disbursed),
            note: (
              <>
                {t("paymentRate")}{" "}
                <Rate
                  figure="payment-rate"
                  href={formulaAddress("payment-rate", filter)}
                  part={totals.ownDisbursed}
                  of={totals.arranged}
                />
                <AgainstStandard sum="disbursed" fen={totals.disbursed} standard={held} filter={filter} />
                <WithoutEarly overview={overview} standard={held} filter={filter} />
                <CarriedOver of="disbursed" fen={totals.disbursed - totals.ownDisbursed} filter={filter} />
              </>
            ),
          },
          {
            label: t("completed"),
            figure: <Money figure="completed" href={recordsAddress("progress", filter)} fen={totals.completed} />,
            unit: unit(totals.completed),
            note: (
              <>
                {t("completionRate")}{" "}
                <Rate
                  figure="completion-rate"
                  href={formulaAddress("completion-rate", filter)}
                  part={totals.ownCompleted}
                  of={totals.arranged}
                />
                <CarriedOver of="completed" fen={totals.completed - totals.ownCompleted} filter={filter} />
              </>
            ),
          },
        ]}
      />
      {children}
    </section>
  );
}

/** A1, R65: the early projects left out, what is paid may still lie below the standard; both are said side by side. */
async function WithoutEarly({ overview, standard, filter }: Shown & { standard: Fen | null }) {
  const t = await getTranslations("fund.sums");
  const { totals, early } = overview;
  if (standard === null || early.disbursed <= 0n) return null;

  const rest = totals.disbursed - early.disbursed;
  return (
    <span className="block">
      {t("withoutEarly")} <Money figure="without-early" href={formulaAddress("without-early", filter)} fen={rest} />
      <AgainstStandard sum="without-early" fen={rest} standard={standard} filter={filter} />
    </span>
  );
}

type Shown = { overview: FundOverview; filter: FundFilter };

/** I22: without a revenue it is 待核定, never 0. */
async function StandardFigure({ overview: { standard }, filter }: Shown) {
  const t = await getTranslations("fund.sums");
  if (standard.standard === null) return <span className="muted">{t("unconfirmed")}</span>;
  return <Money figure="standard" href={formulaAddress("standard", wholeYear(filter))} fen={standard.standard} />;
}

async function StandardNote({ overview: { standard }, filter }: Shown) {
  const t = await getTranslations("fund.sums");
  const { year, revenue, rateBasisPoints } = standard;
  if (standard.standard === null)
    return <a href={revenueAddress(year - 1, filter)}>{t("noRevenue", { year: year - 1 })}</a>;
  return (
    <>
      {t.rich("ofRevenue", {
        rate: () => (
          <Sum figure="aid-rate" href={formulaAddress("aid-rate", wholeYear(filter))}>
            {basisPointsText(rateBasisPoints)}
          </Sum>
        ),
      })}
      {revenue?.certainty === "IMPLIED" && <span className="nowrap">{t("implied")}</span>}
    </>
  );
}
