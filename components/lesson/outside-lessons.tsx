import { LessonCells } from "@/components/lesson/lesson-cells";
import { DayMark } from "@/components/working-day/day-mark";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import { weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import type { NamedDay } from "@/lib/working-day/rules";

type Props = { lessons: LessonRecord[]; exceptions: readonly NamedDay[] };

/** R27: lessons of the week that use no classroom of the base. */
export async function OutsideLessons({ lessons, exceptions }: Props) {
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
        {lessons.map(({ cohorts, trainer, ...lesson }) => (
          <tr key={lesson.id}>
            <LessonCells
              lesson={lesson}
              weekday={t(`weekday.${String(weekday(lesson.day)) as "1"}`)}
              mark={<DayMark day={lesson.day} among={exceptions} />}
            />
            <td className="card-side">{cohorts.map(({ number }) => number).join("+")}</td>
            <td>{cohorts[0]?.place}</td>
            <td>{trainer.name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
