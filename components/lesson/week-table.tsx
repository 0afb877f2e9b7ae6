import { DayMark } from "@/components/working-day/day-mark";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import type { WeekTable as Table } from "@/lib/lesson/queries/timetable";
import { isPreset } from "@/lib/lesson/rules/half-day";
import { type Day, weekday } from "@/lib/value/calendar";
import { saidWeek } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";
import { slot } from "./clash";
import { MarkedLesson, MarkedSlot } from "./week-marks";

type Props = {
  table: Table;
  by: "room" | "trainer";
  today: Day;
  canBook: boolean;
  /** Where a free cell leads; more than the cell itself tells (the cohort, say) is kept in the address. */
  keep?: string;
  /** Under a booking form: a clash is marked with its ways out, which open `marks` again. */
  marks?: string;
  /** The lesson just booked. */
  lessonId?: string | undefined;
};

/** U18: the week, classrooms or trainers down, half-days across; a free cell begins a booking. */
export async function WeekTable({ table, by, today, canBook, keep = "", marks, lessonId }: Props) {
  const t = await getTranslations("lesson");
  const { days, rows, week, exceptions } = table;
  const nameOf = (day: Day) => t(`weekday.${String(weekday(day)) as "1"}`);
  const isOff = (day: Day) => exceptions.some((one) => one.day === day && one.kind === "HOLIDAY");
  const field = by === "room" ? "classroom" : "trainer";

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways is scrolled by keyboard too (U38)
    <section className="week-wrap" tabIndex={0} aria-label={t("table.scroll")}>
      <table className="week">
        <caption className="sr-only">{t("table.caption", saidWeek(week))}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t(by === "room" ? "table.room" : "table.trainer")}
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
          {rows.map(({ id, label, name, seats, halves }) => (
            <tr key={id}>
              <th scope="row">
                <a href={by === "room" ? `/classrooms/${id}` : `/trainers/${id}`}>{`${label} ${name}`.trim()}</a>
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
                      <LessonCell
                        key={lesson.id}
                        lesson={lesson}
                        by={by}
                        joint={t("table.joint")}
                        marked={Boolean(marks)}
                        here={lesson.id === lessonId}
                      />
                    ))}
                    {lessons.length === 0 && closed !== undefined && (
                      <a className="closed" href={by === "room" ? `/classrooms/${id}` : `/trainers/${id}#leaves`}>
                        {t(by === "room" ? "table.closed" : "table.onLeave")}
                        <br />
                        {closed}
                      </a>
                    )}
                    {lessons.length === 0 &&
                      closed === undefined &&
                      canBook &&
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

type CellProps = { lesson: LessonRecord; by: "room" | "trainer"; joint: string; marked: boolean; here: boolean };

function LessonCell({ lesson, by, joint, marked, here }: CellProps) {
  const { id, title, startsAt, endsAt, classroom, heads, cohorts } = lesson;
  const whole = cohorts.map((cohort) => `${cohort.number} ${cohort.title}`).join(" + ");
  const time = isPreset(lesson) ? "" : `${startsAt}–${endsAt} `;
  const words = (
    <>
      <b className="flex gap-1" title={whole}>
        <span className="min-w-0 flex-1">{cohortsInShort(lesson, joint)}</span>
        <i>{heads}</i>
      </b>
      <span>
        {time}
        {by === "trainer" && classroom && `${classroom.label} `}
        {title}
      </span>
    </>
  );

  if (marked) return <MarkedLesson id={id}>{words}</MarkedLesson>;
  return (
    <a
      className={here ? "lesson just-booked" : "lesson"}
      aria-current={here || undefined}
      href={`/schedule/lessons/${id}`}
    >
      {words}
    </a>
  );
}

/** Number and occupation; the year stands above the table, level and term on the lesson's page. */
function cohortsInShort({ cohorts }: LessonRecord, joint: string): string {
  const numbers = cohorts.map(({ number }) => number.slice(5)).join("+");
  return `${numbers} ${cohorts.length > 1 ? joint : (cohorts[0]?.title.split(/[\s\uFF08(]/)[0] ?? "")}`;
}
