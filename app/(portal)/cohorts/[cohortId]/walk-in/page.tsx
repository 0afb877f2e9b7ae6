import { notFound } from "next/navigation";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { WalkInForm } from "@/components/enrolment/walk-in-form";
import { NotNow } from "@/components/layout/not-now";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { noEnrolling } from "@/lib/enrolment/rules/timing";
import { rosterQuery } from "@/lib/enrolment/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/walk-in">) {
  const [t, cohort] = await Promise.all([getTranslations("enrolment.walkIn"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

/** The name comes as the search it was typed into; nothing else of a person ever stands in an address (R95). */
export default async function WalkInPage({ params, searchParams }: PageProps<"/cohorts/[cohortId]/walk-in">) {
  const actor = await requireActor("enrolment:create");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const [t, no] = [await getTranslations("enrolment.walkIn"), noEnrolling(cohort, actor.today)];
  const { q } = rosterQuery.parse(await searchParams);
  return (
    <CohortFrame cohort={cohort} actor={actor} tab="roster">
      {no ? (
        <NotNow no={no} title={t("title")} back={`/cohorts/${cohort.id}/roster`} />
      ) : (
        <WalkInForm actor={actor} cohort={cohort} name={q} />
      )}
    </CohortFrame>
  );
}
