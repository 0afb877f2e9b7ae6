import { Sheet } from "@/components/layout/sheet";
import { Figure } from "@/components/ui/figure";
import { Link } from "@/components/ui/link";
import type { listClassrooms } from "@/lib/classroom/queries";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import type { Week } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  classrooms: Awaited<ReturnType<typeof listClassrooms>>;
  lessons: LessonRecord[];
  inUse: number;
  week: Week;
};

/** Which of the classrooms are taught in today, and what. */
export async function RoomsToday({ classrooms, lessons, inUse, week }: Props) {
  const t = await getTranslations("today.rooms");
  const busy = new Set(lessons.map(({ classroom }) => classroom?.number));
  const used = classrooms.filter(({ number }) => busy.has(number)).length;
  const schedule = `/schedule?week=${week}`;

  return (
    <Sheet
      title={t("title")}
      note={t.rich("used", {
        used,
        all: classrooms.length,
        inUse,
        fig: (text) => <Figure href="#rooms">{text}</Figure>,
      })}
      end={<a href={schedule}>{t("week")}</a>}
    >
      <div className="sheet-body">
        <div className="classrooms" id="rooms">
          {classrooms.map(({ number, label, name }) => (
            <Link
              key={number}
              href={schedule}
              className={busy.has(number) ? "busy" : undefined}
              data-counted={busy.has(number) ? "rooms" : undefined}
            >
              {label}
              <b>{name}</b>
              {busy.has(number) && <span className="sr-only">{t("taught")}</span>}
            </Link>
          ))}
        </div>
      </div>
      {lessons.length === 0 ? <p className="sheet-note">{t("none")}</p> : <Lessons lessons={lessons} />}
    </Sheet>
  );
}

async function Lessons({ lessons }: { lessons: LessonRecord[] }) {
  const t = await getTranslations("today.rooms");
  return (
    <table className="table cards">
      <caption className="sr-only">{t("lessons")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("time")}</th>
          <th scope="col">{t("classroom")}</th>
          <th scope="col">{t("lesson")}</th>
          <th scope="col">{t("cohort")}</th>
          <th scope="col" className="num">
            {t("expected")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lessons.map(({ id, startsAt, endsAt, classroom, title, cohorts, heads }) => (
          <tr key={id}>
            <td className="nowrap card-below">
              {startsAt}–{endsAt}
            </td>
            <td className="nowrap card-below-side">
              {classroom ? `${classroom.label} ${classroom.name}` : (cohorts[0]?.place ?? t("outside"))}
            </td>
            <td className="card-name">{title}</td>
            <td className="nowrap card-side">
              {cohorts.map((cohort, index) => (
                <span key={cohort.id}>
                  {index > 0 && " + "}
                  <Link href={`/cohorts/${cohort.id}`}>{cohort.number}</Link>
                </span>
              ))}
            </td>
            <td className="num">
              <Figure href={cohorts[0] && `/cohorts/${cohorts[0].id}/roster`} zero={heads === 0}>
                {heads}
              </Figure>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
