import { Figure } from "@/components/ui/figure";
import { DayMark } from "@/components/working-day/day-mark";
import type { MonthTable as Table } from "@/lib/lesson/queries/view";
import { weeksOf } from "@/lib/lesson/rules/month";
import type { View } from "@/lib/lesson/rules/view";
import { type Day, weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { viewHref } from "./address";

type Props = { table: Table; view: View; today: Day };

/** Weeks down, Monday to Sunday across; on a phone the days keep their counts and leave out the names. */
export async function MonthTable({ table: { month, lessons, exceptions }, view, today }: Props) {
  const [t, words] = await Promise.all([getTranslations("timetable.month"), getTranslations("lesson")]);
  const isOff = (day: Day) => exceptions.some((one) => one.day === day && one.kind === "HOLIDAY");
  const nameOf = (number: number) => words(`weekday.${String(number) as "1"}`);
  return (
    <table className="month">
      <caption className="sr-only">{t("caption", { month })}</caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((number) => (
            <th scope="col" key={number}>
              {nameOf(number)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((days) => (
          <tr key={days.find(Boolean)}>
            {days.map((day, place) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: what lies outside the month has no other name
              if (!day) return <td key={place} />;
              const mine = lessons.filter((lesson) => lesson.day === day);
              const count = mine[0]?.count ?? 0;
              const href = viewHref(view, { by: "day", day });
              return (
                <td
                  key={day}
                  className={isOff(day) ? "off" : undefined}
                  aria-current={day === today ? "date" : undefined}
                >
                  <p>
                    <a href={href} aria-label={t("day", { day, weekday: nameOf(weekday(day)) })}>
                      {Number(day.slice(8))}
                    </a>{" "}
                    {count > 0 && t.rich("count", { count, link: (text) => <Figure href={href}>{text}</Figure> })}
                  </p>
                  {day === today && <p className="muted">{words("table.today")}</p>}
                  <DayMark day={day} among={exceptions} />
                  {mine.length > 0 && (
                    <ul className="max-md:hidden">
                      {mine.map(({ id, startsAt, title, room, numbers }) => (
                        <li key={id}>
                          <a href={`/schedule/lessons/${id}`} title={`${numbers.join("+")} ${title}`}>
                            {startsAt} {view.of?.kind !== "room" && (room ?? words("table.outside"))} {title}
                          </a>
                        </li>
                      ))}
                      {count > mine.length && <li className="muted">{t("more", { count: count - mine.length })}</li>}
                    </ul>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
