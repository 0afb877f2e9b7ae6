import { DayMark } from "@/components/working-day/day-mark";
import type { WeekTable as Table } from "@/lib/lesson/queries/week";
import type { Rows } from "@/lib/lesson/rules/view";
import { type Day, weekday } from "@/lib/value/calendar";
import { saidWeek } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";
import { slot } from "./clash";
import { WeekLesson } from "./view/week-lesson";
import { MarkedSlot } from "./week-marks";

type Props = {
  table: Table;
  by: Rows;
  today: Day;
  canBook: boolean;
  /** Where a free cell leads; more than the cell itself tells (the cohort, say) is kept in the address. */
  keep?: string;
  /** Under a booking form: a clash is marked with its ways out, which open `marks` again. */
  marks?: string;
  /** The lesson just booked. */
  lessonId?: string | undefined;
};

/** U18: the week, classrooms, trainers or cohorts down, half-days across; a free cell begins a booking. */
export async function WeekTable({ table, by, today, canBook, keep = "", marks, lessonId }: Props) {
  const t = await getTranslations("lesson");
  const { days, rows, week, exceptions } = table;
  const nameOf = (day: Day) => t(`weekday.${String(weekday(day)) as "1"}`);
  const isOff = (day: Day) => exceptions.some((one) => one.day === day && one.kind === "HOLIDAY");
  const { field, pages, away, anchor = "" } = kinds[by];

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways is scrolled by keyboard too (U38)
    <section className="week-wrap" tabIndex={0} aria-label={t("table.scroll")}>
      <table className="week">
        <caption className="sr-only">{t("table.caption", saidWeek(week))}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t(`table.${by}`)}
              {by === "room" && <small>{t("table.seats")}</small>}
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="colgroup"
                colSpan={2}
                className={day === today ? "today" : undefined}
                aria-current={day === today ? "date" : undefined}
              >
                {nameOf(day)}&ensp;{day.slice(5)}
                {day === today && ` ${t("table.today")}`}
                <DayMark day={day} among={exceptions} />
              </th>
            ))}
          </tr>
          <tr>
            {days.flatMap((day) => [
              <th key={`${day} am`} scope="col">
                {t("half.am")}
              </th>,
              <th key={`${day} pm`} scope="col" className="afternoon">
                {t("half.pm")}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, name, seats, isOpen, halves }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${pages}/${id}`}>{`${label} ${name}`.trim()}</a>
                {seats !== undefined && <small>{seats}</small>}
              </th>
              {halves.map(({ day, half, lessons, closed }) => {
                const when = nameOf(day) + t(`half.${half}`);
                const place = `${label} ${name}`.trim();
                const href = `/schedule/book?${field}=${id}&day=${day}&half=${half}${keep}`;
                return (
                  <td
                    key={`${day} ${half}`}
                    className={
                      [half === "pm" && "afternoon", isOff(day) && "off"].filter(Boolean).join(" ") || undefined
                    }
                    data-counted={lessons.length > 0 ? "week" : undefined}
                  >
                    {lessons.map((lesson) => (
                      <WeekLesson
                        key={lesson.id}
                        lesson={lesson}
                        by={by}
                        joint={t("table.joint")}
                        marked={Boolean(marks)}
                        here={lesson.id === lessonId}
                      />
                    ))}
                    {lessons.length === 0 && closed !== undefined && (
                      <a className="closed" href={`${pages}/${id}${anchor}`}>
                        {t(`table.${away}`)}
                        <br />
                        {closed}
                      </a>
                    )}
                    {lessons.length === 0 &&
                      closed === undefined &&
                      canBook &&
                      isOpen &&
                      (marks ? (
                        <MarkedSlot
                          slot={slot(id, day, half)}
                          href={href}
                          label={t("table.free", { place, when })}
                          offerLabel={t("table.offer", { place, when })}
                          path={marks}
                        />
                      ) : (
                        <a className="free" href={href} aria-label={t("table.free", { place, when })}>
                          <span className="print:hidden">+</span>
                        </a>
                      ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a row stands for: its field in the booking form, its pages, and why nothing can be booked in it. */
const kinds: Record<
  Rows,
  { field: string; pages: string; away: "closed" | "onLeave" | "notRunning"; anchor?: string }
> = {
  room: { field: "classroom", pages: "/classrooms", away: "closed" },
  trainer: { field: "trainer", pages: "/trainers", away: "onLeave", anchor: "#leaves" },
  cohort: { field: "cohort", pages: "/cohorts", away: "notRunning", anchor: "/timetable" },
};
