import { Money, Repeated } from "@/components/fund/sum";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { type FundFilter, isWholeYear } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";
import { type Operand, type Step, stepsOf, wayOf } from "./steps";

/** Every difference and rate of this money: its two numbers, each on its way to its records, its result, and its rule in words. */
export async function FormulaSheet({ overview, filter }: { overview: FundOverview; filter: FundFilter }) {
  const t = await getTranslations("fund");
  const steps = stepsOf(overview, filter);

  return (
    <Sheet title={t("steps.title")} note={isWholeYear(filter) ? t("steps.note") : t("split.narrowed")}>
      {steps.length === 0 ? (
        <Empty lead={t("steps.none")} />
      ) : (
        <table className="table cards">
          <caption className="sr-only">{t("steps.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("columns.figure")}</th>
              <th scope="col">{t("columns.numbers")}</th>
              <th scope="col" className="num">
                {t("columns.result")}
              </th>
              <th scope="col" className="after-num">
                {t("columns.rule")}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <Row key={step.figure} step={step} filter={filter} />
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

async function Row({ step, filter }: { step: Step; filter: FundFilter }) {
  const t = await getTranslations("fund");
  const operand = (name: Operand, fen: bigint) => (
    <>
      {t(`sums.${name}`)} <Money {...wayOf(name, filter)} fen={fen} />
    </>
  );

  return (
    <tr id={step.figure}>
      <th scope="row" className="card-name">
        {t(`steps.${step.figure}.name`)}
      </th>
      <td className="card-below">
        {operand(step.left, step.from)} {step.sign} {operand(step.right, step.by)}
      </td>
      <td className="num card-side">
        <Repeated figure={step.figure}>{step.text}</Repeated>
      </td>
      <td className="after-num">{t(`steps.${step.figure}.rule`)}</td>
    </tr>
  );
}
