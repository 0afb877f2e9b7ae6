import { notFound } from "next/navigation";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { CertificateSheet } from "@/components/completion/certificate-sheet";
import { ClosingSheet } from "@/components/completion/closing-sheet";
import { CompletionPapers } from "@/components/completion/completion-papers";
import { OutcomeSheet } from "@/components/completion/outcome-sheet";
import { RatesLine } from "@/components/completion/rates-line";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { findCompletion } from "@/lib/completion/queries/page";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/completion">) {
  const [t, cohort] = await Promise.all([getTranslations("completion"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

export default async function CompletionPage({ params }: PageProps<"/cohorts/[cohortId]/completion">) {
  const actor = await requireActor("cohort:view");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const { terms, people, gaps, requests, tallies } = await findCompletion(cohort.id, actor.today, actor.locale);

  return (
    <CohortFrame
      cohort={cohort}
      actor={actor}
      tab="completion"
      actions={<CompletionPapers cohortId={cohort.id} actor={actor} people={people} />}
    >
      <ClosingSheet cohort={cohort} actor={actor} gaps={gaps} people={people} />
      <OutcomeSheet cohort={cohort} actor={actor} people={people} terms={terms}>
        <RatesLine tallies={tallies} />
      </OutcomeSheet>
      <CertificateSheet cohort={cohort} actor={actor} people={people} requests={requests} />
    </CohortFrame>
  );
}
