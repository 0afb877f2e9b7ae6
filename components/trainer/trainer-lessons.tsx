import { LessonCells } from "@/components/lesson/lesson-cells";
import { Empty } from "@/components/ui/empty";
import { dayMarks } from "@/components/working-day/day-mark";
import type { TrainerRecord } from "@/lib/trainer/queries";
import { type Day, weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { trainer: TrainerRecord; year: number | null; today: Day };

/** The lessons of a year, or of all, behind the 课时 of a trainer, those given before those to come; the sums stand in the head (U04). */
export async function TrainerLessons({ trainer, year, today }: Props) {
  const { lessons } = trainer;
  const [t, markOf] = await Promise.all([getTranslations("lesson"), dayMarks(lessons.map(({ day }) => day))]);
  const head = year === null ? t("trainer.timetableAll") : t("trainer.timetable", { year: String(year) });
  const parts = [
    { part: "given", rows: lessons.filter(({ isGiven }) => isGiven) },
    { part: "coming", rows: lessons.filter(({ isGiven }) => !isGiven) },
  ] as const;

  return (
    <section className="sheet" id="lessons" aria-labelledby="lessons-head">
      <div className="sheet-head">
        <h2 id="lessons-head">{head}</h2>
        <p>
          {t("trainer.timetableNote", {
            lessons: lessons.length,
            periods: lessons.reduce((total, { periods }) => total + periods, 0),
            given: trainer.held,
            givenLessons: parts[0].rows.length,
            coming: parts[1].rows.length,
            today,
          })}
        </p>
      </div>
      {lessons.length === 0 ? (
        <Empty lead={t("trainer.noLessons")} />
      ) : (
        <table className="table cards">
          <caption className="sr-only">{head}</caption>
          <thead>
            <tr>
              <th scope="col">{t("trainer.day")}</th>
              <th scope="col">{t("trainer.time")}</th>
              <th scope="col">{t("trainer.lesson")}</th>
              <th scope="col">{t("trainer.cohort")}</th>
              <th scope="col">{t("trainer.classroom")}</th>
              <th scope="col" className="num">
                {t("trainer.periodsOf")}
              </th>
            </tr>
          </thead>
          {parts.map(({ part, rows }) => (
            <tbody id={part} key={part}>
              {rows.map(({ cohorts, classroom, periods, ...lesson }) => (
                <tr key={lesson.id} data-counted={part}>
                  <LessonCells
                    lesson={lesson}
                    weekday={t(`weekday.${String(weekday(lesson.day)) as "1"}`)}
                    mark={markOf(lesson.day)}
                  />
                  <td className="card-side">{cohorts.join("+")}</td>
                  <td>{classroom ? `${classroom.label} ${classroom.name}` : t("trainer.outside")}</td>
                  <td className="num">{periods}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </section>
  );
}
