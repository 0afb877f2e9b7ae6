import { getFormatter, getLocale } from "next-intl/server";
import { DoneBanner } from "@/components/command/done-banner";
import { PlansBelow } from "@/components/fund/overview/plans-below";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ChangesToSign } from "@/components/setting/changes-to-sign";
import { AttendanceWaiting } from "@/components/today/attendance-waiting";
import { CapacitySheet } from "@/components/today/capacity-sheet";
import { CertificatesDue } from "@/components/today/certificates-due";
import { Corrections } from "@/components/today/corrections";
import { Merges } from "@/components/today/merges";
import { RoomsToday } from "@/components/today/rooms-today";
import { TodoList } from "@/components/today/todo-list";
import { UnderWay } from "@/components/today/under-way";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyFigures } from "@/components/ui/key-figures";
import { dayMarks } from "@/components/working-day/day-mark";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { isUnderWay } from "@/lib/cohort/rules/states";
import { classroomsInUse } from "@/lib/lesson/rules/in-use";
import { findToday } from "@/lib/today/queries/page";
import { todosOf } from "@/lib/today/rules";
import { formatDay, weekday, weekOf } from "@/lib/value/calendar";
import { clockOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function TodayPage() {
  const actor = await requireActor("dashboard:base");
  const { today, role } = actor;
  const [t, locale, format, shown, markOf] = await Promise.all([
    getTranslations("today"),
    getLocale(),
    getFormatter(),
    findToday(actor),
    dayMarks([today]),
  ]);
  const { year, heads, cohorts, classrooms, lessons, parameters } = shown;

  const limits = {
    noShowDays: parameters("no_show_training_days"),
    fewestTrainees: parameters("fewest_trainees"),
  };
  const underWay = cohorts.filter(({ state }) => isUnderWay(state));
  const todos = cohorts
    .flatMap((cohort) => todosOf(cohort, actor, limits))
    .sort((one, other) => one.due.localeCompare(other.due));
  const usedToday = new Set(lessons.flatMap(({ classroom }) => classroom?.number ?? [])).size;

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Title
        title={t("title")}
        note={
          <>
            {t("note", { day: formatDay(today, locale, "long"), weekday: t(`weekday.${weekday(today) as 1}`) })}{" "}
            {markOf(today)}
          </>
        }
        actions={
          may(role, "trainee:create") && (
            <>
              <ButtonLink href="/cohorts/new">{t("newCohort")}</ButtonLink>
              <ButtonLink href="/trainees/new" main shortcut="n">
                {t("newTrainee")}
              </ButtonLink>
            </>
          )
        }
      />
      <ChangesToSign changes={shown.changes} />
      <PlansBelow plans={shown.plansBelow} />
      <CapacitySheet actor={actor} year={year} heads={heads} />
      {may(role, "cohort:view") ? (
        <>
          <UnderWay cohorts={underWay} role={role} today={actor.today} />
          <Corrections wishes={shown.corrections} />
          <Merges wishes={shown.merges} />
          <AttendanceWaiting {...shown.attendance} />
          <CertificatesDue count={shown.certificatesDue} />
          <div className="columns even">
            <TodoList todos={todos} cohorts={cohorts} today={today} limits={limits} />
            <RoomsToday
              classrooms={classrooms}
              lessons={lessons}
              inUse={classroomsInUse(lessons, clockOfInstant(new Date()))}
              week={weekOf(today)}
            />
          </div>
        </>
      ) : (
        <Sheet title={t("base.title")} note={t("base.note")}>
          <KeyFigures
            figures={[
              { label: t("base.underWay"), figure: format.number(underWay.length), unit: t("base.cohorts") },
              {
                label: t("base.classrooms"),
                figure: format.number(usedToday),
                unit: t("base.of", { all: classrooms.length }),
              },
            ]}
          />
        </Sheet>
      )}
    </main>
  );
}
