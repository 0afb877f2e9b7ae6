import { Badge } from "@/components/ui/badge";
import { Figure } from "@/components/ui/figure";
import type { listTrainers } from "@/lib/trainer/queries";
import type { Leave } from "@/lib/trainer-leave/queries";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  trainers: Awaited<ReturnType<typeof listTrainers>>;
  /** Those of today. */
  leaves: Leave[];
  today: Day;
};

/** Who teaches, how much was taught this year, and how much is still to come. */
export async function TrainerTable({ trainers, leaves, today }: Props) {
  const [t, of] = await Promise.all([getTranslations("lesson.trainer"), getTranslations("trainerLeave")]);
  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("unit")}</th>
          <th scope="col">{t("speciality")}</th>
          <th scope="col" className="num">
            {t("periods")}
          </th>
          <th scope="col" className="num">
            {t("lessons")}
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
        {trainers.map(({ id, name, unit, speciality, periods, lessons, coming, leftOn }) => {
          const left = leftOn !== null && leftOn <= today;
          const away = left ? undefined : leaves.find(({ trainerId }) => trainerId === id);
          const home = `/trainers/${id}`;
          return (
            <tr key={id}>
              <th scope="row" className="card-name">
                <a href={home}>{name}</a>
              </th>
              <td>{unit}</td>
              <td className="card-below">{speciality}</td>
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
