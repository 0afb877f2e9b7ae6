import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { ApplicationsSheet, ApprovalsSheet } from "@/components/enrolment/applications-sheet";
import { GoneSheet } from "@/components/enrolment/gone-sheet";
import { WaitingTable } from "@/components/enrolment/waiting-table";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findCohort } from "@/lib/cohort/queries/record";
import { listApplications, listGone, listRosterAndWaiting } from "@/lib/enrolment/queries/roster";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/applications">) {
  const [t, cohort] = await Promise.all([
    getTranslations("enrolment.applications"),
    findCohort((await params).cohortId),
  ]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

export default async function ApplicationsPage({
  params,
  searchParams,
}: PageProps<"/cohorts/[cohortId]/applications">) {
  const actor = await requireActor("cohort:view");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const locale = await getLocale();
  const [applications, { roster, waiting }, gone] = await Promise.all([
    listApplications(cohort.id, locale),
    listRosterAndWaiting(cohort.id, locale),
    listGone(cohort.id, locale),
  ]);
  const mayOpen = may(actor.role, "trainee:view");
  const mayConfirm = may(actor.role, "enrolment:confirm");
  // I5: who waits and is asked about stands before the newcomers, in the order of the queue.
  const needApproval = [
    ...waiting.filter(({ waitStopped }) => waitStopped === "APPROVAL_NEEDED"),
    ...applications.filter(({ approvalNeeded }) => approvalNeeded.length > 0),
  ];
  const ordinary = applications.filter(({ approvalNeeded }) => approvalNeeded.length === 0);

  return (
    <CohortFrame cohort={cohort} actor={actor} tab="applications" done={(await searchParams).done}>
      <ApprovalsSheet
        cohort={cohort}
        people={needApproval}
        moves={roster.filter(({ transferTo }) => transferTo)}
        mayOpen={mayOpen}
      />
      <ApplicationsSheet cohort={cohort} people={ordinary} mayConfirm={mayConfirm} mayOpen={mayOpen} />
      <WaitingTable
        cohortId={cohort.id}
        people={waiting}
        started={["IN_PROGRESS", "EXAM"].includes(cohort.state)}
        mayOpen={mayOpen}
        mayAct={mayConfirm}
      />
      <GoneSheet people={gone} mayOpen={mayOpen} />
    </CohortFrame>
  );
}
