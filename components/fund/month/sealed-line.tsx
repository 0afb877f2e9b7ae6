import { Banner } from "@/components/ui/banner";
import { findSealedYear } from "@/lib/fund/queries/sealed";
import { differenceOf, hasChanged } from "@/lib/fund/rules/sealed";
import type { Day } from "@/lib/value/calendar";
import { exactWan, type Fen } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

/** I40: what of a closed year reads otherwise today, said above its figures; nothing where all of it stands. */
export async function SealedLine({ year, today }: { year: number; today: Day }) {
  const [t, { figures }] = await Promise.all([getTranslations("money.sealed"), findSealedYear(year, today)]);
  const changed = figures.filter(hasChanged);
  if (changed.length === 0) return null;

  const said = (fen: Fen | null) => (fen === null ? t("unknown") : exactWan(fen));
  return (
    <Banner kind="info" lead={t("line")}>
      {changed
        .map((figure) =>
          t("said", {
            name: t(`figures.${figure.name}`),
            sealed: said(figure.sealed),
            now: said(figure.now),
            difference: said(differenceOf(figure)),
          }),
        )
        .join(t("between"))}
      {t("stop")} <a href={`/fund/differences?year=${year}`}>{t("look")}</a>
    </Banner>
  );
}
