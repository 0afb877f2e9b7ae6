import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { NeverCame } from "@/components/arrival/never-came";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { EnrolSheet } from "@/components/enrolment/enrol-sheet";
import { RosterTable } from "@/components/enrolment/roster-table";
import { WaitingTable } from "@/components/enrolment/waiting-table";
import { CallPapers } from "@/components/report/call-papers";
import { ExportLinks } from "@/components/report/export-links";
import { ButtonLink } from "@/components/ui/button-link";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findCohort } from "@/lib/cohort/queries/record";
import { isUnderWay } from "@/lib/cohort/rules/states";
import { listRosterAndWaiting } from "@/lib/enrolment/queries/roster";
import { noEnrolling } from "@/lib/enrolment/rules/timing";
import { rosterQuery } from "@/lib/enrolment/schema";
import { rosterReport } from "@/lib/report/queries/roster";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/roster">) {
  const [t, cohort] = await Promise.all([getTranslations("enrolment.roster"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

export default async function RosterPage({ params, searchParams }: PageProps<"/cohorts/[cohortId]/roster">) {
  const actor = await requireActor("cohort:view");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const query = await searchParams;
  const { q, who, person, number, sort } = rosterQuery.parse(query);
  const [t, locale] = await Promise.all([getTranslations("enrolment.roster"), getLocale()]);
  const { roster, waiting } = await listRosterAndWaiting(cohort.id, locale, sort);
  const reportQuery = `cohort=${cohort.id}${sort === "name" ? "" : `&sort=${sort}`}`;
  const no = noEnrolling(cohort, actor.today);
  // Who came too late is told so, a cohort that is over says nothing of enrolling.
  const open = no?.refusal !== "COHORT_NOT_OPEN";
  const mayOpen = may(actor.role, "trainee:view");
  const mayAct = may(actor.role, "enrolment:cancel") || may(actor.role, "enrolment:late");
  const mayEnrol = may(actor.role, "enrolment:create");

  return (
    <CohortFrame
      cohort={cohort}
      actor={actor}
      tab="roster"
      actions={
        <>
          <ExportLinks actor={actor} report={rosterReport} query={reportQuery} count={roster.length} full />
          {may(actor.role, "report:export") && (
            <ButtonLink href={`/print/reports/roster?${reportQuery}`} file>
              {t("print")}
            </ButtonLink>
          )}
        </>
      }
    >
      {open && mayEnrol && (
        <EnrolSheet
          cohort={cohort}
          actor={actor}
          query={q}
          person={person ?? (number === "none" ? [] : undefined)}
          traineeId={who}
        />
      )}
      <NeverCame actor={actor} cohort={cohort} people={roster} />
      <RosterTable
        cohortId={cohort.id}
        people={roster}
        query={query}
        sort={sort}
        mayOpen={mayOpen}
        mayAct={mayAct}
        empty={!open ? "over" : mayEnrol ? "search" : "reader"}
      />
      <WaitingTable
        cohortId={cohort.id}
        people={waiting}
        started={isUnderWay(cohort.state)}
        mayOpen={mayOpen}
        mayAct={mayAct}
        end={<CallPapers actor={actor} cohortId={cohort.id} />}
      />
    </CohortFrame>
  );
}
