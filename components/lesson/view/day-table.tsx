import type { LessonRecord } from "@/lib/lesson/queries/record";
import { getTranslations } from "@/lib/wording/translations";

/** The lessons of a day by their time; each leads to its own page. */
export async function DayTable({ lessons }: { lessons: LessonRecord[] }) {
  const [t, words] = await Promise.all([getTranslations("timetable.day"), getTranslations("lesson")]);
  return (
    <table className="table cards">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          {(["time", "lesson", "cohort", "room", "trainer"] as const).map((column) => (
            <th scope="col" key={column}>
              {t(column)}
            </th>
          ))}
          <th scope="col" className="num">
            {t("heads")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lessons.map(({ id, startsAt, endsAt, title, cohorts, classroom, trainer, heads }) => (
          <tr key={id}>
            <td className="card-side nowrap">
              {startsAt}–{endsAt}
            </td>
            <th scope="row" className="card-name">
              <a href={`/schedule/lessons/${id}`}>{title}</a>
            </th>
            <td className="card-below">{cohorts.map((cohort) => `${cohort.number} ${cohort.title}`).join(" + ")}</td>
            <td className="card-below-side">
              {classroom ? `${classroom.label} ${classroom.name}` : (cohorts[0]?.place ?? words("table.outside"))}
            </td>
            <td className="nowrap">{trainer.name}</td>
            <td className="num">{heads}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
