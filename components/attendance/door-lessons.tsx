import { useTranslations } from "next-intl";

type Lesson = {
  id: string;
  title: string;
  day?: string;
  startsAt: string;
  endsAt: string;
  cohorts: string[];
  trainer: string;
  begun: boolean;
};

/** Lessons that lead to their rolls on a phone, once they have begun. */
export function DoorLessons({ lessons }: { lessons: Lesson[] }) {
  const t = useTranslations("attendance.own");
  return (
    <ul className="todo">
      {lessons.map(({ id, title, day, startsAt, endsAt, cohorts, trainer, begun }) => (
        <li key={id}>
          <div>
            {begun ? <a href={`/m/attendance/${id}`}>{title}</a> : <b>{title}</b>}
            <p>
              {day && <>{day}&ensp;</>}
              {startsAt}–{endsAt}&ensp;{cohorts.join("+")}&ensp;{trainer}
              {!begun && <>&ensp;{t("ahead")}</>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
