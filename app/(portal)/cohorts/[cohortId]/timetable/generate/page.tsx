import { notFound } from "next/navigation";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { NotNow } from "@/components/layout/not-now";
import { Sheet } from "@/components/layout/sheet";
import { PlanChoice } from "@/components/lesson/generate/choice";
import { planDraftOf, wishOf } from "@/components/lesson/generate/draft";
import { NoPlan } from "@/components/lesson/generate/no-plan";
import { PlanPreview } from "@/components/lesson/generate/preview";
import { PlanAdvice } from "@/components/lesson/generate/sums";
import { withQuery } from "@/components/ui/address";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listClassrooms } from "@/lib/classroom/queries";
import { findCohort } from "@/lib/cohort/queries/record";
import { editableOf } from "@/lib/cohort/rules/states";
import { findGenerated } from "@/lib/lesson/queries/generate";
import { noBooking } from "@/lib/lesson/rules/booking";
import { generateQuery } from "@/lib/lesson/schema/generate";
import { listTrainersToBook } from "@/lib/trainer/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/timetable/generate">) {
  const [t, cohort] = await Promise.all([
    getTranslations("lesson.generate"),
    params.then(({ cohortId }) => findCohort(cohortId)),
  ]);
  return { title: `${cohort?.title ?? ""} ${cohort?.number ?? ""} ${t("title")}` };
}

export default async function GenerateTimetablePage({
  params,
  searchParams,
}: PageProps<"/cohorts/[cohortId]/timetable/generate">) {
  const actor = await requireActor("lesson:book");
  const [t, cohort, { choose, ...query }] = await Promise.all([
    getTranslations("lesson.generate"),
    params.then(({ cohortId }) => findCohort(cohortId)),
    searchParams,
  ]);
  if (!cohort) notFound();
  const no = noBooking(cohort);
  if (no)
    return (
      <CohortFrame cohort={cohort} actor={actor} tab="timetable">
        <NotNow no={no} title={t("title")} back={`/cohorts/${cohort.id}/timetable`} />
      </CohortFrame>
    );

  const firstDay = actor.today > cohort.startsOn ? actor.today : cohort.startsOn;
  const draft = planDraftOf(query, {
    firstDay,
    theoryTitle: t("theoryTitle", { course: cohort.course.name }),
    practiceTitle: t("practiceTitle", { course: cohort.course.name }),
  });
  const read = generateQuery.safeParse(wishOf(draft, cohort.atBase));
  const isAsked = query.preview !== undefined && choose === undefined;
  const [classrooms, trainers, plan] = await Promise.all([
    listClassrooms(),
    listTrainersToBook(firstDay),
    isAsked && read.success ? findGenerated(cohort, read.data) : null,
  ]);
  const isLaid = plan !== null && plan.lessons.length > 0 && plan.load.periods <= plan.load.most;
  const path = `/cohorts/${cohort.id}/timetable/generate`;
  const mayEdit = may(actor.role, "cohort:draft") && editableOf(cohort.state) !== null;

  return (
    <CohortFrame cohort={cohort} actor={actor} tab="timetable">
      {isAsked && !isLaid && <NoPlan plan={plan} issues={read.error?.issues ?? []} endsOn={cohort.endsOn} />}
      {plan && isLaid && (
        <PlanAdvice
          plan={plan}
          cohort={cohort}
          leastShare={cohort.figures("least_share_percent")}
          editHref={mayEdit ? (endsOn) => `/cohorts/${cohort.id}/edit?endsOn=${endsOn}` : undefined}
        />
      )}
      <Sheet title={t("title")} note={t("lead")}>
        <PlanChoice
          path={path}
          cohort={cohort}
          draft={draft}
          classrooms={cohort.atBase ? classrooms : []}
          trainers={trainers}
          again={isLaid ? withQuery(path, query, { choose: "on" }) : undefined}
        />
      </Sheet>
      {isLaid && read.success && (
        <PlanPreview cohortId={cohort.id} plan={plan} wish={read.data} path={path} query={query} />
      )}
    </CohortFrame>
  );
}
