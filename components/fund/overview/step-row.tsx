import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Money } from "@/components/fund/sum";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { type Operand, type Step, wayOf } from "./steps";

/** 3,600.00 − 2,570.00, each number on its way to its own records, and what comes of it. */
export function StepRow({ step, filter, children }: { step: Step; filter: FundFilter; children: ReactNode }) {
  const t = useTranslations("fund.steps");
  const operand = (name: Operand, fen: bigint) => <Money {...wayOf(name, filter)} fen={fen} />;

  return (
    <tr id={step.figure}>
      <th scope="row">{t(`${step.figure}.name`)}</th>
      <td>
        {operand(step.left, step.from)} {step.sign} {operand(step.right, step.by)}
      </td>
      <td className="num">{children}</td>
    </tr>
  );
}
