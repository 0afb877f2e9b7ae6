import { notFound } from "next/navigation";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { NotNow } from "@/components/layout/not-now";
import { ActForm } from "@/components/lesson/several/act-form";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findCohort } from "@/lib/cohort/queries/record";
import { listChosen } from "@/lib/lesson/queries/several";
import { actsFor } from "@/lib/lesson/rules/acts";
import { noBooking } from "@/lib/lesson/rules/booking";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/timetable/several">) {
  const [t, cohort] = await Promise.all([
    getTranslations("lesson.several"),
    params.then(({ cohortId }) => findCohort(cohortId)),
  ]);
  return { title: `${cohort?.title ?? ""} ${cohort?.number ?? ""} ${t("title")}` };
}

export default async function SeveralLessonsPage({
  params,
  searchParams,
}: PageProps<"/cohorts/[cohortId]/timetable/several">) {
  const actor = await requireActor("lesson:move");
  const [t, cohort, query] = await Promise.all([
    getTranslations("lesson.several"),
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

  const acts = actsFor((permission) => may(actor.role, permission));
  const act = acts.find((one) => one === query.act) ?? "postpone";
  const lessons = await listChosen(cohort.id, [query.lesson ?? []].flat().slice(0, 100));
  return (
    <CohortFrame cohort={cohort} actor={actor} tab="timetable">
      <ActForm key={act} act={act} cohortId={cohort.id} lessons={lessons} />
    </CohortFrame>
  );
}
