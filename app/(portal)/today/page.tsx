import { getFormatter, getLocale } from "next-intl/server";
import { DoneBanner } from "@/components/command/done-banner";
import { PlansBelow } from "@/components/fund/overview/plans-below";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ChangesToSign } from "@/components/setting/changes-to-sign";
import { CapacitySheet } from "@/components/today/capacity-sheet";
import { Corrections } from "@/components/today/corrections";
import { RoomsToday } from "@/components/today/rooms-today";
import { TodoList } from "@/components/today/todo-list";
import { UnderWay } from "@/components/today/under-way";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyFigures } from "@/components/ui/key-figures";
import { requireActor } from "@/lib/auth/actor";
import { may, mayApprove, mayPropose } from "@/lib/auth/permissions";
import { listClassrooms } from "@/lib/classroom/queries";
import { findTrainingYear } from "@/lib/cohort/queries/year";
import { isUnderWay } from "@/lib/cohort/rules/states";
import { listPlansBelow } from "@/lib/fund/queries/below";
import { listLessonsOfDay } from "@/lib/lesson/queries/timetable";
import { classroomsInUse } from "@/lib/lesson/rules/in-use";
import { parametersOn } from "@/lib/setting/parameter";
import { findHeadcount, listOpenCohorts } from "@/lib/today/queries";
import { todosOf } from "@/lib/today/rules";
import { formatDay, weekday, weekOf, yearOf } from "@/lib/value/calendar";
import { clockOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function TodayPage() {
  const actor = await requireActor("dashboard:base");
  const { today, role } = actor;
  const [t, locale, format, year, heads, cohorts, classrooms, lessons, parameters] = await Promise.all([
    getTranslations("today"),
    getLocale(),
    getFormatter(),
    findTrainingYear(yearOf(today)),
    findHeadcount(yearOf(today)),
    listOpenCohorts(actor),
    listClassrooms(),
    listLessonsOfDay(today),
    parametersOn(today),
  ]);

  const seesPlans = mayPropose(role, "money:record") || mayApprove(role, "money:record");
  const plans = seesPlans ? await listPlansBelow(today) : [];
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
        note={t("note", { day: formatDay(today, locale, "long"), weekday: t(`weekday.${weekday(today) as 1}`) })}
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
      <ChangesToSign actor={actor} />
      <PlansBelow plans={plans} />
      <CapacitySheet actor={actor} year={year} heads={heads} />
      {may(role, "cohort:view") ? (
        <>
          <UnderWay cohorts={underWay} role={role} today={actor.today} />
          <Corrections actor={actor} />
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
