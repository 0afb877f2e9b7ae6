import { useLocale, useTranslations } from "next-intl";
import type { Attendance } from "@/lib/attendance/queries/grid";
import { formatDay } from "@/lib/value/calendar";

/** On the phone the sheet has no column a lesson: here each lesson that has begun leads to its roll. */
export function RollLinks({ lessons }: Pick<Attendance, "lessons">) {
  const t = useTranslations("attendance.grid");
  const locale = useLocale();
  const begun = lessons.filter((lesson) => lesson.begun).toReversed();
  if (begun.length === 0) return null;
  return (
    <details className="roll-links">
      <summary>{t("rolls")}</summary>
      <ul>
        {begun.map(({ id, day, startsAt: from, title, there, expected }) => (
          <li key={id}>
            <a href={`/schedule/lessons/${id}/roll`}>
              {t("rollOf", { day: formatDay(day, locale, "table"), from, title })}
            </a>
            &ensp;{`${there}/${expected}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
