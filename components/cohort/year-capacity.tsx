import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { Badge } from "@/components/ui/badge";
import { Figure } from "@/components/ui/figure";
import type { TrainingYear } from "@/lib/cohort/queries/year";
import { capacityBand } from "@/lib/enrolment/rules/states";
import { getTranslations } from "@/lib/wording/translations";

/** U19: used, reserved and left of each year in question, before anything is submitted. */
export async function YearCapacity({ years, children }: { years: TrainingYear[]; children?: ReactNode }) {
  const t = await getTranslations("cohort.year");

  return (
    <Sheet title={t("title")} note={t("note")}>
      <table className="table">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            <th scope="col" className="num">
              {t("held")}
            </th>
            <th scope="col" className="num wraps">
              {t("reserved")}
            </th>
            <th scope="col" className="num">
              {t("left")}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <YearRow year={year} key={year.year} />
          ))}
        </tbody>
      </table>
      {children && <div className="sheet-note">{children}</div>}
    </Sheet>
  );
}

function YearRow({ year }: { year: TrainingYear }) {
  const t = useTranslations("cohort.year");
  const { held, reserved, left, capacity, planned } = year;
  const band = capacityBand(planned, capacity, year);
  const cohorts = `/cohorts?year=${year.year}&heldAt=BASE`;

  return (
    <tr>
      <th scope="row">
        {year.year}
        {band !== "free" && (
          <>
            &ensp;
            <Badge kind={band === "full" ? "bad" : "warn"}>
              {t(band, {
                year: String(year.year),
                percent: band === "warning" ? year.warningPercent : year.noticePercent,
              })}
            </Badge>
          </>
        )}
      </th>
      <td className="num">
        <Figure href={cohorts} zero={held === 0}>
          {t("count", { count: held })}
        </Figure>
      </td>
      <td className="num">
        <Figure href={`${cohorts}&state=APPROVED`} zero={reserved === 0}>
          {t("count", { count: reserved })}
        </Figure>
      </td>
      <td className="num">{t("of", { left, capacity })}</td>
    </tr>
  );
}
