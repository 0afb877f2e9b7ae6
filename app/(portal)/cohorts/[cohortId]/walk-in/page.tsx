import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { WalkInForm } from "@/components/enrolment/walk-in-form";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { rosterQuery } from "@/lib/enrolment/schema";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/walk-in">) {
  const [t, cohort] = await Promise.all([getTranslations("enrolment.walkIn"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

/** The name comes as the search it was typed into; nothing else of a person ever stands in an address (R95). */
export default async function WalkInPage({ params, searchParams }: PageProps<"/cohorts/[cohortId]/walk-in">) {
  const actor = await requireActor("enrolment:create");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const { q } = rosterQuery.parse(await searchParams);
  return (
    <CohortFrame cohort={cohort} actor={actor} tab="roster">
      <WalkInForm actor={actor} cohort={cohort} name={q} />
    </CohortFrame>
  );
}
