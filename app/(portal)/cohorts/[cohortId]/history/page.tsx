import { notFound } from "next/navigation";
import { HistoryTable } from "@/components/audit/history-table";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { Sheet } from "@/components/layout/sheet";
import { listHistory } from "@/lib/audit/queries/entries";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/history">) {
  const [t, cohort] = await Promise.all([
    getTranslations("cohort"),
    params.then(({ cohortId }) => findCohort(cohortId)),
  ]);
  return { title: `${cohort?.title ?? ""} ${cohort?.number ?? ""} ${t("tabs.history")}` };
}

export default async function CohortHistoryPage({ params }: PageProps<"/cohorts/[cohortId]/history">) {
  const actor = await requireActor("cohort:view");
  const [t, cohort] = await Promise.all([
    getTranslations("cohort"),
    params.then(({ cohortId }) => findCohort(cohortId)),
  ]);
  if (!cohort) notFound();
  const entries = await listHistory([cohort.id]);

  return (
    <CohortFrame cohort={cohort} actor={actor} tab="history">
      <Sheet title={t("tabs.history")}>
        <HistoryTable entries={entries} />
      </Sheet>
    </CohortFrame>
  );
}
