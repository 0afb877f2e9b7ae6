import { Badge } from "@/components/ui/badge";
import { dayMarks } from "@/components/working-day/day-mark";
import type { ChosenLesson } from "@/lib/lesson/queries/several";
import { weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** The chosen lessons, each ticked with the version that is shown; one that has begun is left out and says so. */
export async function ChosenLessons({ caption, lessons }: { caption: string; lessons: ChosenLesson[] }) {
  const [t, markOf] = await Promise.all([getTranslations("lesson"), dayMarks(lessons.map(({ day }) => day))]);

  return (
    <table className="table cards">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("several.take")}</th>
          <th scope="col">{t("repeat.day")}</th>
          <th scope="col">{t("repeat.time")}</th>
          <th scope="col">{t("copy.lesson")}</th>
          <th scope="col">{t("record.trainer")}</th>
          <th scope="col">{t("record.classroom")}</th>
          <th scope="col">{t("repeat.state")}</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map(({ id, version, day, startsAt, endsAt, title, trainer, classroom, cohorts, isBegun }) => (
          <tr key={id}>
            <td className="card-side">
              {!isBegun && (
                <input
                  type="checkbox"
                  name="lessons[]"
                  value={`${id} ${version}`}
                  aria-label={`${t("several.take")} ${day} ${startsAt} ${title}`}
                  defaultChecked
                />
              )}
            </td>
            <td className="nowrap card-below">
              {day} {t(`weekday.${String(weekday(day)) as "1"}`)} {markOf(day)}
            </td>
            <td className="nowrap">
              {startsAt}–{endsAt}
            </td>
            <th scope="row" className="card-name">
              <a href={`/schedule/lessons/${id}`}>{title}</a>
            </th>
            <td className="nowrap">{trainer.name}</td>
            <td className="nowrap">{classroom ? `${classroom.label} ${classroom.name}` : t("table.outside")}</td>
            <td className="card-below-side">
              {isBegun && <Badge>{t("several.begun")}</Badge>}
              {cohorts.length > 1 && (
                <Badge kind="run">
                  {t("several.joint", { cohorts: cohorts.map(({ number }) => number).join("+") })}
                </Badge>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
