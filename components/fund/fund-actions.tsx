import { ButtonLink } from "@/components/ui/button-link";
import { firstYear } from "@/lib/fund/rules/sums";
import { type FundFilter, fundQuery } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

/** The years beside this one, paper, and the meeting screen. */
export async function FundActions({ filter, lastYear }: { filter: FundFilter; lastYear: number }) {
  const t = await getTranslations("fund.actions");
  const query = fundQuery(filter);
  const other = (year: number) => <ButtonLink href={`/fund?year=${year}`}>{t("year", { year })}</ButtonLink>;

  return (
    <>
      {filter.year > firstYear && other(filter.year - 1)}
      {filter.year < lastYear && other(filter.year + 1)}
      <ButtonLink href={`/print/fund?${query}`} file>
        {t("print")}
      </ButtonLink>
      <ButtonLink href={`/screen/fund?${query}`} main file>
        {t("screen")}
      </ButtonLink>
    </>
  );
}
