import { getFormatter } from "next-intl/server";
import { dayMarks } from "@/components/working-day/day-mark";
import type { CohortLesson } from "@/lib/cohort/queries/teaching";
import { dateFromDay, weekOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  lessons: CohortLesson[];
  /** Those that may be ticked to be changed together; without them nothing is. */
  choosable?: ReadonlySet<string> | undefined;
};

/** The lessons of a cohort day by day, each leading to its week of classrooms. */
export async function LessonTable({ lessons, choosable }: Props) {
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
          {choosable && (
            <th scope="col" className="print:hidden">
              {t("choose")}
            </th>
          )}
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
            {choosable && (
              <td className="card-side print:hidden">
                {choosable.has(id) && (
                  <input
                    type="checkbox"
                    name="lesson"
                    value={id}
                    aria-label={`${t("choose")} ${day} ${startsAt} ${title}`}
                  />
                )}
              </td>
            )}
            <td className={choosable ? "nowrap" : "nowrap card-side"}>
              <a href={`/schedule?week=${weekOf(day)}`}>{day}</a> {markOf(day)}
            </td>
            <td className="nowrap">{format.dateTime(dateFromDay(day), { weekday: "short", timeZone: "UTC" })}</td>
            <td className="nowrap card-below">
              {choosable && (
                <span className="phone-only">
                  {day} {markOf(day)}{" "}
                </span>
              )}
              {startsAt}–{endsAt}
            </td>
            <th scope="row" className="card-name">
              <a href={`/schedule/lessons/${id}`}>{title}</a>
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
          {choosable && <td className="print:hidden" />}
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
