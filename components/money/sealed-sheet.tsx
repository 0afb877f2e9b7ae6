import { getTranslations } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import type { SealedYear } from "@/lib/fund/queries/sealed";
import { hasChanged } from "@/lib/fund/rules/sealed";
import { SealedTable } from "./sealed-table";

/** I40: under the months of a year, what of its closing and its reports reads otherwise today; nothing where all of it stands. */
export async function SealedSheet({ sealed: { year, figures, changedMonths } }: { sealed: SealedYear }) {
  const t = await getTranslations("money.sealed");
  const changed = figures.filter(hasChanged);
  if (changed.length + changedMonths.length === 0) return null;

  return (
    <Sheet title={t("titleOf", { year })} end={<a href={`/fund/differences?year=${year}`}>{t("sheetLook")}</a>}>
      {changed.length > 0 && (
        <SealedTable periods={[{ month: null, figures: changed }]} caption={t("year", { year })} sealed="closed" />
      )}
      {changedMonths.length > 0 && (
        <SealedTable periods={changedMonths} caption={t("months", { count: changedMonths.length })} sealed="reported" />
      )}
    </Sheet>
  );
}
