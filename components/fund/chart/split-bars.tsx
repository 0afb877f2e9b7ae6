import type { ReactNode } from "react";
import { recordsAddress } from "@/components/fund/address";
import { Money } from "@/components/fund/sum";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { splitAtStandard } from "@/lib/fund/rules/standard";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { type Fen, formatWan } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";
import { largestOf, shareOf } from "./scale";

const rows = [
  { sum: "arranged", ledger: "appropriations" },
  { sum: "disbursed", ledger: "disbursements" },
  { sum: "completed", ledger: "progress" },
] as const;

type Props = { overview: FundOverview; filter: FundFilter; standard: Fen | null };

/** Solid within the standard, outlined above it, on one scale. */
export async function SplitBars({ overview: { totals }, filter, standard }: Props) {
  const t = await getTranslations("fund.sums");
  const whole = largestOf(totals.arranged, totals.disbursed, totals.completed, standard ?? 0n);
  const mark = standard === null ? null : shareOf(standard, whole);

  return (
    <div className="split-bars">
      {mark !== null && standard !== null && (
        <>
          <span />
          <svg className="scale-label" aria-hidden="true">
            <text x={`${mark}%`} y="15" textAnchor={mark > 80 ? "end" : mark < 20 ? "start" : "middle"}>
              {t("standardIs", { amount: formatWan(standard) })}
            </text>
          </svg>
          <span />
        </>
      )}
      {rows.map(({ sum, ledger }) => {
        const { within, above } = splitAtStandard(totals[sum], standard);
        return (
          <Row key={sum} label={t(sum)} within={shareOf(within, whole)} above={shareOf(above, whole)} mark={mark}>
            <Money figure={sum} href={recordsAddress(ledger, filter)} fen={totals[sum]} />
          </Row>
        );
      })}
    </div>
  );
}

type RowProps = { label: string; within: number; above: number; mark: number | null; children: ReactNode };

function Row({ label, within, above, mark, children }: RowProps) {
  return (
    <>
      <span>{label}</span>
      <svg className="track" aria-hidden="true">
        <rect className="within" width={`${within}%`} height="100%" />
        {above > 0 && <rect className="above" x={`${within}%`} y="0.5" width={`${above}%`} height="19" />}
        {mark !== null && <line className="standard" x1={`${mark}%`} x2={`${mark}%`} y1="-6" y2="26" />}
      </svg>
      <b className="num">{children}</b>
    </>
  );
}
