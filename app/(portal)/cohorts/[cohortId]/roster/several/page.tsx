import { notFound } from "next/navigation";
import { getMessages } from "next-intl/server";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { SeveralSearch } from "@/components/enrolment/several-search";
import { NotNow } from "@/components/layout/not-now";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { noEnrolling } from "@/lib/enrolment/rules/timing";
import { severalQuery } from "@/lib/enrolment/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("enrolment.severalPage");
  return { title: t("title") };
}

export default async function SeveralPage({ params, searchParams }: PageProps<"/cohorts/[cohortId]/roster/several">) {
  const actor = await requireActor("enrolment:create");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const query = await searchParams;
  const no = noEnrolling(cohort, actor.today);
  const { enrolment } = await getMessages();
  return (
    <CohortFrame cohort={cohort} actor={actor} tab="roster">
      {no ? (
        <NotNow no={no} title={enrolment.severalPage.title} back={`/cohorts/${cohort.id}/roster`} />
      ) : (
        <SeveralSearch cohort={cohort} filter={severalQuery.parse(query)} query={query} words={enrolment.several} />
      )}
    </CohortFrame>
  );
}
