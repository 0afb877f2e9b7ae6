import { Sheet } from "@/components/layout/sheet";
import { LessonCells } from "@/components/lesson/lesson-cells";
import { dayMarks } from "@/components/working-day/day-mark";
import { listPosts } from "@/lib/class-teacher/queries";
import { listHelped } from "@/lib/lesson-helper/queries";
import { weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** On the page of a trainer: the cohorts this person leads, and the lessons of the year, or of all, in which he helps; nothing where none. */
export async function HelpsOf({ trainerId, year }: { trainerId: string; year: number | null }) {
  const [t, say, posts, lessons] = await Promise.all([
    getTranslations("helper"),
    getTranslations("lesson"),
    listPosts({ trainerId }),
    listHelped(trainerId, year),
  ]);
  if (posts.length + lessons.length === 0) return null;
  const markOf = await dayMarks(lessons.map(({ day }) => day));

  return (
    <Sheet title={t("helps")} note={t("helpsNote", { posts: posts.length, lessons: lessons.length })}>
      <table className="table cards headless">
        <caption className="sr-only">{t("helps")}</caption>
        <tbody>
          {posts.map(({ id, cohortId, number, title, fromDay, untilDay }) => (
            <tr key={id}>
              <th scope="row" className="card-name" colSpan={2}>
                <a href={`/cohorts/${cohortId}`}>
                  {number} {title}
                </a>
              </th>
              <td className="card-below nowrap">
                {untilDay ? t("fromTo", { from: fromDay, to: untilDay }) : t("since", { from: fromDay })}
              </td>
              <td className="card-side">{t("role.CLASS_TEACHER")}</td>
            </tr>
          ))}
          {lessons.map(({ role, ...lesson }) => (
            <tr key={lesson.id + role}>
              <LessonCells
                lesson={lesson}
                weekday={say(`weekday.${String(weekday(lesson.day)) as "1"}`)}
                mark={markOf(lesson.day)}
              />
              <td className="card-side">{t(`role.${role}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
