import { useTranslations } from "next-intl";
import { projectsAddress } from "@/components/fund/address";
import { Money } from "@/components/fund/sum";
import type { FundFilter } from "@/lib/fund/schema/filter";
import type { Fen } from "@/lib/value/money";

type Props = { of: "disbursed" | "completed"; fen: Fen; filter: FundFilter; repeats?: boolean };

/** 其中结转: what of a sum settles arrangements of earlier years, on a line of its own; nothing where there is none. */
export function CarriedOver({ of, fen, filter, repeats = false }: Props) {
  const t = useTranslations("fund.sums");
  if (fen === 0n) return null;
  return (
    <span className="small muted nowrap block">
      {t("carried")} <Money figure={`carried-${of}`} href={projectsAddress(filter)} fen={fen} repeats={repeats} />
    </span>
  );
}
