import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { ApplicationsSheet } from "@/components/enrolment/applications-sheet";
import { ApprovalsSheet } from "@/components/enrolment/approvals-sheet";
import { GoneSheet } from "@/components/enrolment/gone-sheet";
import { WaitingTable } from "@/components/enrolment/waiting-table";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findCohort } from "@/lib/cohort/queries/record";
import { isUnderWay } from "@/lib/cohort/rules/states";
import { listAsked } from "@/lib/enrolment/queries/asked";
import { listApplications, listGone, listRosterAndWaiting } from "@/lib/enrolment/queries/roster";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/applications">) {
  const [t, cohort] = await Promise.all([
    getTranslations("enrolment.applications"),
    findCohort((await params).cohortId),
  ]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

export default async function ApplicationsPage({ params }: PageProps<"/cohorts/[cohortId]/applications">) {
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
  const { asked, ordinary } = await listAsked(cohort.id, { applications, waiting, roster }, actor.today);

  return (
    <CohortFrame cohort={cohort} actor={actor} tab="applications">
      <ApprovalsSheet cohort={cohort} actor={actor} people={asked} />
      <ApplicationsSheet cohort={cohort} people={ordinary} mayConfirm={mayConfirm} mayOpen={mayOpen} />
      <WaitingTable
        cohortId={cohort.id}
        people={waiting}
        started={isUnderWay(cohort.state)}
        mayOpen={mayOpen}
        mayAct={mayConfirm}
      />
      <GoneSheet people={gone} mayOpen={mayOpen} />
    </CohortFrame>
  );
}
