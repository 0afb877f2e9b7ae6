import { Facts } from "@/components/ui/facts";
import { Figure } from "@/components/ui/figure";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { periodsOf } from "@/lib/cohort/rules/opening";
import { type Day, weekOf } from "@/lib/value/calendar";
import { endAfter } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

/** When, how far, how much, by whom, where, for how many: one line under the tabs. */
export async function CohortFacts({ cohort, today }: { cohort: CohortRecord; today: Day }) {
  const t = await getTranslations("cohort.facts");
  const { id, startsOn, endsOn, teaching, trainingDays } = cohort;
  const [firstTrainer, secondTrainer, ...otherTrainers] = teaching.trainers;
  const [classroom, ...otherClassrooms] = teaching.classrooms;
  const timetable = `/cohorts/${id}/timetable`;
  const week = weekOf(today >= startsOn && today <= endsOn ? today : startsOn);
  const { planned } = periodsOf(teaching.days);

  const facts = [
    {
      term: t("dates"),
      value: t("fromTo", { from: startsOn, to: endAfter(startsOn, endsOn) }),
    },
    { term: t("progress"), value: progress() },
    {
      term: t("periods"),
      value: t.rich("periodsOf", {
        planned,
        given: teaching.held,
        link: (text) => (
          <Figure href={timetable} zero={planned === 0}>
            {text}
          </Figure>
        ),
      }),
    },
    {
      term: t("trainers"),
      value: firstTrainer ? (
        <a href={timetable}>
          {[firstTrainer.name, secondTrainer?.name].filter(Boolean).join(t("between"))}
          {otherTrainers.length > 0 && t("others", { count: teaching.trainers.length })}
        </a>
      ) : (
        <span className="muted">{t("none")}</span>
      ),
    },
    {
      term: cohort.atBase ? t("classrooms") : t("place"),
      value: !cohort.atBase ? (
        cohort.place
      ) : classroom ? (
        <>
          <a href={`/schedule?week=${week}`}>
            {classroom.label} {classroom.name}
          </a>
          {otherClassrooms.length > 0
            ? t("otherClassrooms", { count: teaching.classrooms.length })
            : t("seatsOf", { seats: classroom.seats })}
        </>
      ) : (
        <span className="muted">{t("none")}</span>
      ),
    },
    {
      term: t("seats"),
      value: (
        <>
          <Figure href={`/cohorts/${id}/roster`} zero={cohort.confirmed === 0}>
            {cohort.confirmed}
          </Figure>
          {` / ${cohort.seats}`}
          {waitingFor("waiting", cohort.counts.WAITLISTED)}
          {waitingFor("applied", cohort.counts.APPLIED)}
        </>
      ),
    },
  ];

  function progress() {
    const of = trainingDays.length;
    const day = trainingDays.filter((one) => one <= today).length;
    if (cohort.state === "CLOSED" || (day === of && today > endsOn)) return t("allDays", { of });
    return day === 0 ? t("notBegun", { of }) : t("day", { day, of });
  }

  function waitingFor(what: "waiting" | "applied", count: number) {
    if (count === 0) return null;
    return t.rich(what, { count, link: (text) => <Figure href={`/cohorts/${id}/applications`}>{text}</Figure> });
  }

  return (
    <div className="sheet">
      <div className="sheet-body flat">
        <Facts facts={facts} />
      </div>
    </div>
  );
}
