import { getFormatter } from "next-intl/server";
import { dayMarks } from "@/components/working-day/day-mark";
import type { CohortLesson } from "@/lib/cohort/queries/teaching";
import { dateFromDay, weekOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** The lessons of a cohort day by day, each leading to its week of classrooms. */
export async function LessonTable({ lessons }: { lessons: CohortLesson[] }) {
  const [t, format, markOf] = await Promise.all([
    getTranslations("cohort.timetable"),
    getFormatter(),
    dayMarks(lessons.map(({ day }) => day)),
  ]);
  const total = lessons.reduce((sum, { periods }) => sum + periods, 0);

  return (
    <table className="table cards">
      <caption className="sr-only">{t("title", { count: lessons.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("weekday")}</th>
          <th scope="col">{t("time")}</th>
          <th scope="col">{t("lesson")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col" className="num">
            {t("periods")}
          </th>
          <th scope="col" className="after-num">
            {t("trainer")}
          </th>
          <th scope="col">{t("classroom")}</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map(({ id, day, startsAt, endsAt, title, kind, periods, trainer, classroom, _count }, n) => (
          <tr key={id} id={lessons[n - 1]?.day === day ? undefined : `day-${day}`} data-counted={`day-${day}`}>
            <td className="nowrap card-side">
              <a href={`/schedule?week=${weekOf(day)}`}>{day}</a> {markOf(day)}
            </td>
            <td className="nowrap">{format.dateTime(dateFromDay(day), { weekday: "short", timeZone: "UTC" })}</td>
            <td className="nowrap card-below">
              {startsAt}–{endsAt}
            </td>
            <th scope="row" className="card-name">
              {title}
              {_count.cohorts > 1 && <small className="muted">&ensp;{t("joint")}</small>}
            </th>
            <td className="nowrap">{t(`kinds.${kind}`)}</td>
            <td className="num">{periods}</td>
            <td className="nowrap after-num">{trainer.name}</td>
            <td className="nowrap card-below-side">
              {classroom ? `${classroom.label} ${classroom.name}` : t("outside")}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={5} className="card-name">
            {t("total")}
          </th>
          <td className="num card-side">{total}</td>
          <td colSpan={2} />
        </tr>
      </tfoot>
    </table>
  );
}
