import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { CertificateSheet } from "@/components/completion/certificate-sheet";
import { ClosingSheet } from "@/components/completion/closing-sheet";
import { CompletionPapers } from "@/components/completion/completion-papers";
import { OutcomeSheet } from "@/components/completion/outcome-sheet";
import { RatesLine } from "@/components/completion/rates-line";
import { requireActor } from "@/lib/auth/actor";
import { findGaps } from "@/lib/cohort/queries/gaps";
import { findCohort } from "@/lib/cohort/queries/record";
import { listOpenRequests } from "@/lib/completion/queries/certificates";
import { listCompletions } from "@/lib/completion/queries/people";
import { findTerms } from "@/lib/completion/queries/standing";
import { listGroupTallies } from "@/lib/completion/queries/tally";
import { db } from "@/lib/database/db";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/completion">) {
  const [t, cohort] = await Promise.all([getTranslations("completion"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

export default async function CompletionPage({ params, searchParams }: PageProps<"/cohorts/[cohortId]/completion">) {
  const actor = await requireActor("cohort:view");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const terms = await findTerms(db, cohort.id);
  const [people, gaps, requests, tallies, { done }] = await Promise.all([
    listCompletions(cohort.id, terms, actor.today),
    findGaps(db, cohort.id, actor.today),
    listOpenRequests(cohort.id),
    listGroupTallies(db, { cohortId: cohort.id }, actor.locale),
    searchParams,
  ]);

  return (
    <CohortFrame
      cohort={cohort}
      actor={actor}
      tab="completion"
      done={done}
      actions={<CompletionPapers cohortId={cohort.id} actor={actor} people={people} />}
    >
      <ClosingSheet cohort={cohort} actor={actor} gaps={gaps} people={people} />
      <RatesLine tallies={tallies} />
      <OutcomeSheet cohort={cohort} actor={actor} people={people} terms={terms} />
      <CertificateSheet cohort={cohort} actor={actor} people={people} requests={requests} />
    </CohortFrame>
  );
}
