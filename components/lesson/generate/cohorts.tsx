import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import type { CohortToLay } from "@/lib/lesson/queries/cohorts-to-lay";
import { getTranslations } from "@/lib/wording/translations";

/** The cohorts whose timetable is not whole, each leading to its plan. */
export async function CohortsToLay({ cohorts }: { cohorts: CohortToLay[] }) {
  const t = await getTranslations("lesson");
  if (cohorts.length === 0)
    return (
      <Empty
        lead={t("generate.allLaid")}
        text={t("generate.allLaidText")}
        action={<ButtonLink href="/schedule/book">{t("book")}</ButtonLink>}
      />
    );

  return (
    <table className="table cards">
      <caption className="sr-only">{t("generate.chooseCohort")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("fields.cohorts")}</th>
          <th scope="col">{t("generate.dates")}</th>
          <th scope="col" className="num">
            {t("generate.planned")}
          </th>
          <th scope="col" className="num">
            {t("generate.stands")}
          </th>
        </tr>
      </thead>
      <tbody>
        {cohorts.map(({ id, number, title, startsOn, endsOn, planned, stands }) => (
          <tr key={id}>
            <th scope="row" className="card-name">
              <a href={`/cohorts/${id}/timetable/generate`}>{t("fields.cohort", { number, title })}</a>
            </th>
            <td className="nowrap card-below">{t("record.fromTo", { from: startsOn, to: endsOn })}</td>
            <td className="num card-side">{planned}</td>
            <td className="num card-below-side">{stands}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
