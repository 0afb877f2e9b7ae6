import { formulaAddress } from "@/components/fund/address";
import { Money } from "@/components/fund/sum";
import { lackOf, splitAtStandard } from "@/lib/fund/rules/standard";
import type { FundFilter } from "@/lib/fund/schema/filter";
import type { Fen } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

type Props = { sum: "arranged" | "disbursed" | "without-early"; fen: Fen; standard: Fen | null; filter: FundFilter };

/** R65, R63: by how much a sum lies above the standard, or what it still lacks; nothing where there is no standard. */
export async function AgainstStandard({ sum, fen, standard, filter }: Props) {
  const t = await getTranslations("fund.sums");
  if (standard === null) return null;

  const { above } = splitAtStandard(fen, standard);
  const name = above > 0n ? (`above-${sum}` as const) : (`lack-${sum}` as const);
  const difference = above > 0n ? above : lackOf(fen, standard);
  if (difference === 0n) return t("met");
  return (
    <>
      {t("between")}
      <span className="nowrap">
        {above > 0n ? t("above") : t("lack")}{" "}
        <Money figure={name} href={formulaAddress(name, filter)} fen={difference} />
      </span>
    </>
  );
}
