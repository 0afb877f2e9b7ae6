import { useTranslations } from "next-intl";
import { revenueAddress } from "@/components/fund/address";
import { basisPointsText, Money, Repeated } from "@/components/fund/sum";
import { Sheet } from "@/components/layout/sheet";
import { Facts } from "@/components/ui/facts";
import type { FundYear } from "@/lib/fund/queries/dashboard";
import type { Standard } from "@/lib/fund/queries/standard";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { type Fen, formatWan, formatYi, spokenCny } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

type Props = { standard: Standard; plan: FundYear["plan"]; filter: FundFilter };

/** R61: the standard with its numbers, the paper the revenue stands in, and the rule. */
export async function StandardSheet({ standard, plan, filter }: Props) {
  const t = await getTranslations("fund.how");
  const { year, revenue, rateBasisPoints } = standard;
  const mark = revenue && revenue.certainty !== "CONFIRMED" && (
    <span className="badge warn">{t(`certainty.${revenue.certainty}`)}</span>
  );

  return (
    <Sheet title={t("standardOf", { year })} note={t("standardRule")}>
      <div className="sheet-body">
        <div className="formula">
          <div id="revenue-yi">
            <span>{t("revenue", { year: year - 1 })}</span>
            {revenue ? (
              <div>
                {t.rich("wan", {
                  cny: spokenCny(revenue.amount),
                  m: () => <Money figure="revenue" href={revenueAddress(year - 1, filter)} fen={revenue.amount} />,
                })}
                {t("open")}
                <Repeated figure="revenue-yi">{formatYi(revenue.amount)}</Repeated> {t("yi")}
                {t("close")} {mark}
              </div>
            ) : (
              <a href={revenueAddress(year - 1, filter)}>{t("noRevenue")}</a>
            )}
          </div>
          <b>×</b>
          <div id="aid-rate">
            <span>{t("rate")}</span>
            <Repeated figure="aid-rate">{basisPointsText(rateBasisPoints)}</Repeated>
          </div>
          <b>=</b>
          <div id="standard">
            <span>{t("standard")}</span>
            {standard.standard === null ? (
              <strong>{t("unconfirmed")}</strong>
            ) : (
              <div>
                <Said figure="standard" fen={standard.standard} /> {mark}
              </div>
            )}
          </div>
        </div>
        <div className="mt-4">
          <Facts
            facts={[
              ...(revenue
                ? [
                    { term: t("document"), value: <span className="wraps">{revenue.documentNo}</span> },
                    { term: t("datedOn"), value: revenue.datedOn },
                    { term: t("certaintyOf"), value: t(`certainty.${revenue.certainty}`) },
                  ]
                : []),
              ...(plan
                ? [
                    {
                      term: t("plan", { year, state: t(`planStates.${plan.state}`) }),
                      value: (
                        <span id="plan">
                          <Said figure="plan" fen={plan.total} />
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </div>
        {standard.standard === null && <p className="small muted mt-2">{t("whyUnconfirmed")}</p>}
      </div>
    </Sheet>
  );
}

/** A sum that is repeated here, in 万元 and, in English, as it is spoken of. */
function Said({ figure, fen }: { figure: "standard" | "plan"; fen: Fen }) {
  const t = useTranslations("fund.how");
  return t.rich("wan", { cny: spokenCny(fen), m: () => <Repeated figure={figure}>{formatWan(fen)}</Repeated> });
}
