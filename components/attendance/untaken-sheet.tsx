import { useTranslations } from "next-intl";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import type { Untaken } from "@/lib/attendance/queries/untaken";
import { getTranslations } from "@/lib/wording/translations";

/** Lessons that have begun and whose roll lacks somebody, with their age. */
export async function UntakenSheet({ lessons, hours }: { lessons: Untaken[]; hours: number }) {
  const t = await getTranslations("attendance.untaken");
  return (
    <Sheet title={t("title", { count: lessons.length })} note={t("note", { hours })}>
      {lessons.length === 0 ? (
        <Empty lead={t("none")} text={t("noneText")} />
      ) : (
        <div className="table-wrap">
          <table className="table cards">
            <caption className="sr-only">{t("caption")}</caption>
            <thead>
              <tr>
                {(["lesson", "cohort", "trainer"] as const).map((column) => (
                  <th scope="col" key={column}>
                    {t(column)}
                  </th>
                ))}
                {(["waiting", "age"] as const).map((column) => (
                  <th scope="col" className="num" key={column}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lessons.map((lesson) => (
                <Row key={lesson.id} lesson={lesson} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  );
}

const aDay = 24;

function Row({
  lesson: { id, title, day, startsAt, cohorts, trainer, expected, waiting, hours },
}: {
  lesson: Untaken;
}) {
  const t = useTranslations("attendance");
  return (
    <tr>
      <th scope="row" className="card-name">
        <a href={`/schedule/lessons/${id}/roll`}>{t("grid.rollOf", { day, from: startsAt, title })}</a>
      </th>
      <td className="card-below">{cohorts.join("+")}</td>
      <td data-label={t("untaken.trainer")}>{trainer}</td>
      <td className="num card-below-side">{t("untaken.people", { waiting, expected })}</td>
      <td className="num card-side">
        {hours < 2 * aDay ? t("untaken.hours", { hours }) : t("untaken.days", { days: Math.floor(hours / aDay) })}
      </td>
    </tr>
  );
}
