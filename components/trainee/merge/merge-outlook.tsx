import { Sheet } from "@/components/layout/sheet";
import { listCertificatesOfBoth, listYearsOfBoth } from "@/lib/trainee/queries/merge";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { getTranslations } from "@/lib/wording/translations";

type Pair = { kept: TraineeRecord; merged: TraineeRecord };

/** R5, R24: what a merge does is said before anybody proposes or decides it. */
export async function MergeOutlook({ kept, merged }: Pair) {
  const [t, years, certificates] = await Promise.all([
    getTranslations("trainee.merge.outlook"),
    listYearsOfBoth(kept.id, merged.id),
    listCertificatesOfBoth(kept.id, merged.id),
  ]);
  const fewer = years.filter(({ atBase, away }) => atBase || away);
  const numbers = certificates.filter(({ traineeId }) => traineeId === merged.id).map(({ number }) => number);

  return (
    <Sheet title={t("title")}>
      <ul className="sheet-body">
        <li>{t("personTimes")}</li>
        {fewer.length === 0 && <li>{t("sameHeads")}</li>}
        {fewer.map(({ year, before, outside, atBase, away }) => (
          <li key={year}>
            {atBase && t("heads", { year: String(year), before, after: before - 1 })}
            {away && t("outside", { year: String(year), before: outside, after: outside - 1 })}
          </li>
        ))}
        <li>{t("marks")}</li>
        <li>
          {numbers.length > 0
            ? t("certificates", { numbers: numbers.join(t("between")), name: merged.name })
            : t("noCertificates")}
        </li>
        <li>{t("rests", { name: merged.name, lastFour: merged.lastFour })}</li>
      </ul>
    </Sheet>
  );
}
