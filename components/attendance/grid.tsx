import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Figure } from "@/components/ui/figure";
import type { Attendance } from "@/lib/attendance/queries/grid";
import { staysAway } from "@/lib/attendance/rules";
import { attendanceRate, printedRate } from "@/lib/completion/rules";
import { formatDay } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { attendance: Attendance; byLesson: boolean };

/** 考勤表: people down, lessons across, each lesson leading to its roll; on a phone the sums alone. */
export async function AttendanceGrid({ attendance: { lessons, people }, byLesson }: Props) {
  const t = await getTranslations("attendance.grid");
  const shown = byLesson ? lessons : [];
  return (
    <div className="table-wrap">
      <table className="table cards roll-grid">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            {(["scheduled", "held", "attended", "rate", "waiting"] as const).map((column) => (
              <th scope="col" className="num" key={column}>
                {t(column)}
              </th>
            ))}
            {shown.map((lesson) => (
              <LessonHead key={lesson.id} lesson={lesson} />
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.enrolmentId} person={person} lessons={shown} all={lessons} />
          ))}
        </tbody>
        {byLesson && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={6}>
                {t("there")}
              </th>
              {lessons.map(({ id, begun, there, expected, waiting }) => (
                <td className="num" key={id}>
                  {begun && waiting < expected ? `${there}/${expected}` : ""}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

type Lesson = Attendance["lessons"][number];
type Person = Attendance["people"][number];

function LessonHead({ lesson: { id, day, startsAt: from, title, begun } }: { lesson: Lesson }) {
  const t = useTranslations("attendance.grid");
  const locale = useLocale();
  const short = (
    <>
      {day.slice(5)}
      <br />
      {from}
    </>
  );
  const whole = t("rollOf", { day: formatDay(day, locale, "table"), from, title });
  return (
    <th scope="col" className="num lesson" title={whole}>
      {begun ? (
        <a href={`/schedule/lessons/${id}/roll`} aria-label={whole}>
          {short}
        </a>
      ) : (
        short
      )}
    </th>
  );
}

function Row({ person, lessons, all }: { person: Person; lessons: Lesson[]; all: Lesson[] }) {
  const t = useTranslations("attendance");
  // R47 of the lessons held so far; once all are held it is the rate that counts.
  const rate = attendanceRate({ attended: person.attended, scheduled: person.held });
  const away = staysAway(all.map(({ id }) => person.marks[id] ?? null));
  return (
    <tr>
      <th scope="row" className="card-name">
        {person.name}
        <small className="muted">&ensp;…{person.lastFour}</small>
        {away && (
          <>
            &ensp;<Badge kind="warn">{t("grid.absences")}</Badge>
          </>
        )}
      </th>
      <td className="num" data-label={t("grid.scheduled")}>
        {person.scheduled}
      </td>
      <td className="num" data-label={t("grid.held")}>
        {person.held}
      </td>
      <td className="num card-below" data-label={t("grid.attended")}>
        {person.attended ?? "–"}
      </td>
      <td className="num card-side" data-label={t("grid.rate")}>
        {rate === null ? "–" : `${printedRate(rate)}%`}
      </td>
      <td className="num card-below-side" data-label={t("grid.waiting")}>
        <Figure zero={person.waiting === 0}>{person.waiting}</Figure>
      </td>
      {lessons.map(({ id, begun }) => (
        <Cell key={id} mark={person.marks[id]} expected={id in person.marks} begun={begun} />
      ))}
    </tr>
  );
}

function Cell({
  mark,
  expected,
  begun,
}: {
  mark: Person["marks"][string] | undefined;
  expected: boolean;
  begun: boolean;
}) {
  const t = useTranslations("attendance");
  if (!expected) return <td className="lesson" />;
  if (!mark) return <td className="lesson">{begun ? "·" : ""}</td>;
  return (
    <td className={mark === "ABSENT" ? "lesson bad" : "lesson"}>
      <abbr title={t(`marks.${mark}`)}>{t(`signs.${mark}`)}</abbr>
    </td>
  );
}
