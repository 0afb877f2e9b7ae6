import { notFound } from "next/navigation";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { MakeUpSheet } from "@/components/completion/make-up-sheet";
import { ResultsSheet } from "@/components/completion/results-sheet";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { isUnderWay } from "@/lib/cohort/rules/states";
import { findMarks } from "@/lib/completion/queries/page";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/marks">) {
  const [t, cohort] = await Promise.all([getTranslations("completion.marks"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

export default async function MarksPage({ params }: PageProps<"/cohorts/[cohortId]/marks">) {
  const actor = await requireActor("marks:record");
  const [t, cohort] = await Promise.all([getTranslations("completion.marks"), findCohort((await params).cohortId)]);
  if (!cohort) notFound();

  const { terms, people } = await findMarks(cohort.id, actor.today);
  const open = isUnderWay(cohort.state) && people.length > 0;
  const shown = { cohort, people, terms, today: actor.today };
  return (
    <CohortFrame cohort={cohort} actor={actor} tab="completion">
      {open ? (
        <>
          <ResultsSheet {...shown} />
          <MakeUpSheet {...shown} />
        </>
      ) : (
        <Sheet title={t("caption")}>
          <Empty
            lead={t(cohort.state === "CLOSED" ? "closed" : "notYet")}
            action={<a href={`/cohorts/${cohort.id}/completion`}>{t("back")}</a>}
          />
        </Sheet>
      )}
    </CohortFrame>
  );
}
