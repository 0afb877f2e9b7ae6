import { notFound } from "next/navigation";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { LessonTable } from "@/components/cohort/lesson-table";
import { PeriodPlan } from "@/components/cohort/period-plan";
import { Sheet } from "@/components/layout/sheet";
import { ChooseLessons } from "@/components/lesson/several/choose";
import { viewHref } from "@/components/lesson/view/address";
import { TimetablePapers } from "@/components/lesson/view/timetable-papers";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listFindings } from "@/lib/cohort/queries/findings";
import { findCohort } from "@/lib/cohort/queries/record";
import { listCohortLessons } from "@/lib/cohort/queries/teaching";
import { periodsOf } from "@/lib/cohort/rules/opening";
import { listTimetablesToCopy } from "@/lib/lesson/queries/copy";
import { listBegun } from "@/lib/lesson/queries/several";
import { noBooking } from "@/lib/lesson/rules/booking";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/timetable">) {
  const [t, cohort] = await Promise.all([
    getTranslations("cohort"),
    params.then(({ cohortId }) => findCohort(cohortId)),
  ]);
  return { title: `${cohort?.title ?? ""} ${cohort?.number ?? ""} ${t("tabs.timetable")}` };
}

export default async function CohortTimetablePage({ params }: PageProps<"/cohorts/[cohortId]/timetable">) {
  const actor = await requireActor("cohort:view");
  const [t, cohort] = await Promise.all([
    getTranslations("cohort.timetable"),
    params.then(({ cohortId }) => findCohort(cohortId)),
  ]);
  if (!cohort) notFound();
  const [lessons, findings] = await Promise.all([listCohortLessons(cohort.id), listFindings(cohort.id, actor.today)]);
  const running = actor.today >= cohort.startsOn && actor.today <= cohort.endsOn;
  const firstDay = running ? actor.today : cohort.startsOn;
  const mayBook = may(actor.role, "lesson:book") && !noBooking(cohort);

  const mayChange = (may(actor.role, "lesson:move") || may(actor.role, "lesson:cancel")) && !noBooking(cohort);
  const begun = mayChange ? await listBegun(lessons.map(({ id }) => id)) : [];
  const choosable = new Set(mayChange ? lessons.map(({ id }) => id) : []);
  for (const { id } of begun) choosable.delete(id);
  const { course, teaching } = cohort;
  const lays = mayBook && periodsOf(teaching.days).planned < course.theoryPeriods + course.practicePeriods;
  const generate = <ButtonLink href={`/cohorts/${cohort.id}/timetable/generate`}>{t("generate")}</ButtonLink>;
  const mayCopy = mayBook && lessons.length === 0 && (await listTimetablesToCopy(cohort.id, undefined)).length > 0;

  return (
    <CohortFrame
      cohort={cohort}
      actor={actor}
      tab="timetable"
      actions={
        <>
          <TimetablePapers actor={actor} cohortId={cohort.id} count={lessons.length} />
          <ButtonLink href={viewHref({ by: "cohort", day: firstDay, of: { kind: "cohort", id: cohort.id } })}>
            {t("week")}
          </ButtonLink>
          {lays && lessons.length > 0 && generate}
          {mayBook && (
            <ButtonLink main href={`/schedule/book?cohort=${cohort.id}&day=${firstDay}`} shortcut="n">
              {t("book")}
            </ButtonLink>
          )}
        </>
      }
    >
      <PeriodPlan cohort={cohort} actor={actor} findings={findings} />
      <Sheet title={t("title", { count: lessons.length })}>
        {lessons.length > 0 ? (
          <ChooseLessons cohortId={cohort.id} role={actor.role} isOffered={choosable.size > 0}>
            <LessonTable lessons={lessons} choosable={choosable.size > 0 ? choosable : undefined} />
          </ChooseLessons>
        ) : (
          <Empty
            lead={t("empty")}
            text={t("emptyText")}
            action={
              (lays || mayCopy) && (
                <>
                  {lays && generate}
                  {mayCopy && <ButtonLink href={`/cohorts/${cohort.id}/timetable/copy`}>{t("copy")}</ButtonLink>}
                </>
              )
            }
          />
        )}
      </Sheet>
    </CohortFrame>
  );
}
