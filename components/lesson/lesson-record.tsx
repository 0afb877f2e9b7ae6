import { CohortBadge } from "@/components/cohort/cohort-badge";
import { Facts } from "@/components/ui/facts";
import { dayMarks } from "@/components/working-day/day-mark";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import { weekday, weekOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** When, where, who: one line. */
export async function LessonFacts({ lesson }: { lesson: LessonRecord }) {
  const [t, markOf] = await Promise.all([getTranslations("lesson"), dayMarks([lesson.day])]);
  const { day, startsAt, endsAt, periods, classroom, trainer, seatsNeeded, expected, kind, cohorts, cancelledAt } =
    lesson;

  const facts = [
    {
      term: t("record.day"),
      value: (
        <>
          <a href={`/schedule?week=${weekOf(day)}&lesson=${lesson.id}`}>
            {t("record.dayValue", { day, weekday: t(`weekday.${String(weekday(day)) as "1"}`) })}
          </a>{" "}
          {markOf(day)}
        </>
      ),
    },
    { term: t("record.time"), value: t("record.timeValue", { startsAt, endsAt, periods }) },
    {
      term: t("record.classroom"),
      value: classroom ? (
        <a href={`/classrooms/${classroom.number}`}>
          {classroom.label} {classroom.name}
        </a>
      ) : (
        t("record.outside", { place: cohorts[0]?.place ?? "" })
      ),
    },
    { term: t("record.trainer"), value: <a href={`/trainers/${trainer.id}`}>{trainer.name}</a> },
    ...(cancelledAt
      ? []
      : [
          {
            term: t("record.heads"),
            value: t("record.headsValue", { expected, needed: seatsNeeded, seats: classroom?.seats ?? 0 }),
          },
        ]),
    { term: t("record.kind"), value: t(`kind.${kind}`) },
  ];
  return (
    <div className="sheet">
      <div className="sheet-body flat">
        <Facts facts={facts} />
      </div>
    </div>
  );
}

/** R37: whose lesson it is; several sit in it together. */
export async function LessonCohorts({ lesson }: { lesson: LessonRecord }) {
  const t = await getTranslations("lesson.record");
  return (
    <table className="table cards headless">
      <caption className="sr-only">{t("cohorts")}</caption>
      <tbody>
        {lesson.cohorts.map(({ id, number, title, state, startsOn, endsOn }) => (
          <tr key={id}>
            <th scope="row" className="card-name">
              <a href={`/cohorts/${id}/timetable`}>
                {number} {title}
              </a>
            </th>
            <td className="card-below nowrap">{t("fromTo", { from: startsOn, to: endsOn })}</td>
            <td className="card-side">
              <CohortBadge state={state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
