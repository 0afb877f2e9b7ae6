import { notFound } from "next/navigation";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { ExamSheet } from "@/components/cohort/exam-sheet";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { gapsOn } from "@/lib/cohort/queries/gaps";
import { findCohort } from "@/lib/cohort/queries/record";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/exam">) {
  const [t, cohort] = await Promise.all([getTranslations("cohort.exam"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

/** R48: the question before the exam begins, with what follows from it. */
export default async function ExamPage({ params }: PageProps<"/cohorts/[cohortId]/exam">) {
  const actor = await requireActor("cohort:start");
  const [t, cohort] = await Promise.all([getTranslations("cohort.exam"), findCohort((await params).cohortId)]);
  if (!cohort) notFound();

  return (
    <CohortFrame cohort={cohort} actor={actor} tab="overview">
      {cohort.state === "IN_PROGRESS" ? (
        <ExamSheet cohort={cohort} actor={actor} gaps={await gapsOn(cohort.id, actor.today)} />
      ) : (
        <Sheet title={t("name")}>
          <Empty
            lead={t("notNow", { state: cohort.state })}
            action={<a href={`/cohorts/${cohort.id}`}>{t("cancel")}</a>}
          />
        </Sheet>
      )}
    </CohortFrame>
  );
}
