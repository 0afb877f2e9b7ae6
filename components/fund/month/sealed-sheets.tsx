import { Sheet } from "@/components/layout/sheet";
import type { SealedYear } from "@/lib/fund/queries/sealed";
import { hasChanged } from "@/lib/fund/rules/sealed";
import { getTranslations } from "@/lib/wording/translations";
import { SealedTable } from "./sealed-table";

/** I40: under the months of a year, what of its closing and its reports reads otherwise today; nothing where all of it stands. */
export async function SealedSheets({ sealed: { year, figures, changedMonths } }: { sealed: SealedYear }) {
  const t = await getTranslations("money.sealed");
  const changed = figures.filter(hasChanged);
  const closed = t("year", { year });
  const reported = t("months", { count: changedMonths.length });
  const look = <a href={`/fund/differences?year=${year}`}>{t("sheetLook")}</a>;

  return (
    <>
      {changed.length > 0 && (
        <Sheet title={closed} end={look}>
          <SealedTable periods={[{ month: null, figures: changed }]} caption={closed} sealed="closed" />
        </Sheet>
      )}
      {changedMonths.length > 0 && (
        <Sheet title={reported} end={look}>
          <SealedTable periods={changedMonths} caption={reported} sealed="reported" />
        </Sheet>
      )}
    </>
  );
}
