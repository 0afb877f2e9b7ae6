import { notFound } from "next/navigation";
import { ArrivalSheet } from "@/components/arrival/arrival-sheet";
import { LeaveSheet } from "@/components/attendance/leave-sheet";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { CertificatesOfPerson } from "@/components/completion/certificates-of-person";
import { Decisions } from "@/components/enrolment/decisions";
import { EnrolmentFacts } from "@/components/enrolment/enrolment-facts";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { findEnrolment } from "@/lib/enrolment/queries/enrolment";
import { getTranslations } from "@/lib/wording/translations";

/** A name does not belong into the browser's history, so the title does without it. */
export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/roster/[enrolmentId]">) {
  const [t, cohort] = await Promise.all([getTranslations("enrolment.record"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

export default async function EnrolmentPage({ params }: PageProps<"/cohorts/[cohortId]/roster/[enrolmentId]">) {
  const actor = await requireActor("trainee:view");
  const { cohortId, enrolmentId } = await params;
  const [cohort, enrolment] = await Promise.all([findCohort(cohortId), findEnrolment(cohortId, enrolmentId)]);
  if (!cohort || !enrolment) notFound();

  const waits = enrolment.state === "APPLIED";
  return (
    <CohortFrame cohort={cohort} actor={actor} tab={waits ? "applications" : "roster"}>
      <EnrolmentFacts enrolment={enrolment} />
      <ArrivalSheet actor={actor} cohort={cohort} enrolment={enrolment} />
      <LeaveSheet enrolment={enrolment} actor={actor} />
      <CertificatesOfPerson enrolmentId={enrolment.id} actor={actor} />
      <Decisions actor={actor} cohort={cohort} enrolment={enrolment} />
    </CohortFrame>
  );
}
