import { useTranslations } from "next-intl";
import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Figure } from "@/components/ui/figure";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import type { OpenCohortRow } from "@/lib/today/queries/open-cohorts";
import { nextStep, type Step } from "@/lib/today/rules";
import type { Day } from "@/lib/value/calendar";
import { endAfter } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";
import type { Role } from "@/prisma/generated/enums";

/** The cohorts in training or in their exam, how far they are, and the one thing to do next. */
export async function UnderWay({ cohorts, role, today }: { cohorts: OpenCohortRow[]; role: Role; today: Day }) {
  const t = await getTranslations("today.underWay");
  const inExam = cohorts.filter(({ state }) => state === "EXAM").length;
  const inTraining = cohorts.length - inExam;
  const title = (
    <>
      {t.rich("counted", {
        count: inTraining,
        fig: (text) => (
          <Figure href="/cohorts?state=IN_PROGRESS" zero={inTraining === 0}>
            {text}
          </Figure>
        ),
      })}
    </>
  );
  const note =
    inExam > 0 &&
    t.rich("inExam", { count: inExam, fig: (text) => <Figure href="/cohorts?state=EXAM">{text}</Figure> });

  return (
    <Sheet title={title} note={note} end={<a href="/cohorts">{t("all")}</a>}>
      {cohorts.length === 0 ? (
        <Empty lead={t("none")} text={t("noneText")} />
      ) : (
        <table className="table cards">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("cohort")}</th>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("dates")}</th>
              <th scope="col">{t("progress")}</th>
              <th scope="col" className="num">
                {t("people")}
              </th>
              <th scope="col" className="num">
                {t("lessons")}
              </th>
              <th scope="col" className="num">
                {t("next")}
              </th>
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => (
              <Row key={cohort.id} cohort={cohort} step={nextStep(cohort, role)} today={today} />
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

function Row({ cohort, step, today }: { cohort: OpenCohortRow; step: Step; today: Day }) {
  const t = useTranslations("today.underWay");
  const {
    id,
    number,
    title,
    startsOn,
    endsOn,
    confirmed,
    trainingDay,
    trainingDays,
    lessonsToday,
    firstLesson,
    state,
  } = cohort;
  const home = `/cohorts/${id}`;
  const end = endAfter(startsOn, endsOn);
  const progress = state === "EXAM" ? t("exam") : t("day", { day: trainingDay, days: trainingDays });

  return (
    <tr>
      <th scope="row" className="card-name">
        <Link href={home}>{title}</Link>
      </th>
      <td className="nowrap">{number}</td>
      <td className="nowrap card-below">{t("range", { from: startsOn, to: end })}</td>
      <td className="nowrap">
        <Meter done={trainingDay} of={trainingDays} label={t("dayText", { day: trainingDay, days: trainingDays })} />
        &ensp;{progress}
      </td>
      <td className="num">
        <Figure href={`${home}/roster`} zero={confirmed === 0}>
          {confirmed}
        </Figure>
      </td>
      <td className="num">
        {lessonsToday > 0 ? (
          <Figure href={`${home}/timetable#day-${today}`}>
            {t("lessonsFrom", { count: lessonsToday, from: firstLesson ?? "" })}
          </Figure>
        ) : (
          <span className="muted">{t("noLesson")}</span>
        )}
      </td>
      <td className="num card-side tall">
        <ButtonLink href={home + places[step]} tight>
          {t(`step.${step}`)}
        </ButtonLink>
      </td>
    </tr>
  );
}

const places: Record<Step, string> = {
  exam: "/exam",
  results: "/completion",
  closing: "/completion",
  timetable: "/timetable",
  roster: "/roster",
};
