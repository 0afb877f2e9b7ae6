import { Empty } from "@/components/ui/empty";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import { getTranslations } from "@/lib/wording/translations";

/** What is taught in a classroom today. */
export async function LessonsToday({ lessons }: { lessons: LessonRecord[] }) {
  const t = await getTranslations("classroom");
  if (lessons.length === 0) return <Empty lead={t("noLessons")} />;

  return (
    <table className="table cards">
      <caption className="sr-only">{t("today")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("time")}</th>
          <th scope="col">{t("lesson")}</th>
          <th scope="col">{t("cohort")}</th>
          <th scope="col" className="num">
            {t("heads")}
          </th>
          <th scope="col" className="after-num">
            {t("trainer")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lessons.map(({ id, startsAt, endsAt, title, cohorts, heads, trainer }) => (
          <tr key={id}>
            <td className="card-side nowrap">
              {startsAt}–{endsAt}
            </td>
            <th scope="row" className="card-name">
              <a href={`/schedule/lessons/${id}`}>{title}</a>
            </th>
            <td className="card-below">{cohorts.map((cohort) => `${cohort.number} ${cohort.title}`).join(" + ")}</td>
            <td className="num card-below-side" data-label={t("heads")}>
              {heads}
            </td>
            <td className="after-num">{trainer.name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
