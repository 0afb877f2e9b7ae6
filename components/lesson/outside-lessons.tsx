import type { LessonRecord } from "@/lib/lesson/queries/record";
import { weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** R27: lessons of the week that use no classroom of the base. */
export async function OutsideLessons({ lessons }: { lessons: LessonRecord[] }) {
  const t = await getTranslations("lesson");
  return (
    <table className="table cards">
      <caption className="sr-only">{t("outside.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("outside.day")}</th>
          <th scope="col">{t("outside.time")}</th>
          <th scope="col">{t("outside.lesson")}</th>
          <th scope="col">{t("outside.cohort")}</th>
          <th scope="col">{t("outside.place")}</th>
          <th scope="col">{t("outside.trainer")}</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map(({ id, day, startsAt, endsAt, title, cohorts, trainer }) => (
          <tr key={id}>
            <td className="card-below nowrap">
              {day} {t(`weekday.${String(weekday(day)) as "1"}`)}
            </td>
            <td className="card-below-side nowrap">
              {startsAt}–{endsAt}
            </td>
            <th scope="row" className="card-name">
              <a href={`/schedule/lessons/${id}`}>{title}</a>
            </th>
            <td className="card-side">{cohorts.map(({ number }) => number).join("+")}</td>
            <td>{cohorts[0]?.place}</td>
            <td>{trainer.name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
