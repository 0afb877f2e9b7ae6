import { StandingBadge } from "@/components/qualification/standing-badge";
import { Badge } from "@/components/ui/badge";
import { Figure } from "@/components/ui/figure";
import type { RegisterRow } from "@/lib/qualification/queries/register";
import type { Leave } from "@/lib/trainer-leave/queries";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  trainers: RegisterRow[];
  /** Those of today. */
  leaves: Leave[];
  today: Day;
};

/** Who teaches what, with which papers, how much was taught this year and in all, and how much is still to come. */
export async function TrainerTable({ trainers, leaves, today }: Props) {
  const [t, of, can] = await Promise.all([
    getTranslations("lesson.trainer"),
    getTranslations("trainerLeave"),
    getTranslations("qualification"),
  ]);
  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("unit")}</th>
          <th scope="col">{can("skills")}</th>
          <th scope="col">{can("certificates")}</th>
          <th scope="col" className="num">
            {t("periods")}
          </th>
          <th scope="col" className="num">
            {t("lessons")}
          </th>
          <th scope="col" className="num">
            {t("allPeriods")}
          </th>
          <th scope="col" className="num">
            {t("coming")}
          </th>
          <th scope="col" className="after-num">
            {t("state")}
          </th>
        </tr>
      </thead>
      <tbody>
        {trainers.map(({ id, name, unit, skills, standing, until, periods, lessons, allPeriods, coming, leftOn }) => {
          const left = leftOn !== null && leftOn <= today;
          const away = left ? undefined : leaves.find(({ trainerId }) => trainerId === id);
          const home = `/trainers/${id}`;
          return (
            <tr key={id}>
              <th scope="row" className="card-name">
                <a href={home}>{name}</a>
              </th>
              <td>{unit}</td>
              <td className="card-below">{skills.join(can("between"))}</td>
              <td className="card-more">
                {standing && (
                  <a href={`${home}#certificates`}>
                    <StandingBadge standing={standing} day={until} />
                  </a>
                )}
              </td>
              <td className="num card-below-side" data-label={t("periods")}>
                <Figure href={`${home}#lessons`} zero={periods === 0}>
                  {periods}
                </Figure>
              </td>
              <td className="num">
                <Figure href={`${home}#given`} zero={lessons === 0}>
                  {lessons}
                </Figure>
              </td>
              <td className="num">
                <Figure href={`${home}?year=all#lessons`} zero={allPeriods === 0}>
                  {allPeriods}
                </Figure>
              </td>
              <td className="num">
                <Figure href={`${home}#coming`} zero={coming === 0}>
                  {coming}
                </Figure>
              </td>
              <td className="after-num card-side">
                {away ? (
                  <Badge kind="warn">{of("now", { day: away.endsOn })}</Badge>
                ) : (
                  <Badge kind={left ? "open" : "run"}>{left ? t("left", { day: leftOn }) : t("active")}</Badge>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
