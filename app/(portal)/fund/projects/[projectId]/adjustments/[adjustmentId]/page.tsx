import { notFound } from "next/navigation";
import { z } from "zod";
import { HistoryTable } from "@/components/audit/history-table";
import { DoneBanner } from "@/components/command/done-banner";
import { AdjustmentChanges } from "@/components/fund/project/adjustment-changes";
import { AdjustmentFacts } from "@/components/fund/project/adjustment-facts";
import { AdjustmentSteps } from "@/components/fund/project/adjustment-steps";
import { RecordBadge } from "@/components/fund/record/record-badge";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { listHistory } from "@/lib/audit/queries/entries";
import { requireActor } from "@/lib/auth/actor";
import { findAdjustment } from "@/lib/project/queries";
import { getTranslations } from "@/lib/wording/translations";

type Props = PageProps<"/fund/projects/[projectId]/adjustments/[adjustmentId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("project.adjustment"))("new") };
}

export default async function AdjustmentPage({ params }: Props) {
  const actor = await requireActor("dashboard:fund");
  const [t, { projectId, adjustmentId }] = await Promise.all([getTranslations("project"), params]);
  const adjustment = z.uuid().safeParse(adjustmentId).success ? await findAdjustment(adjustmentId) : null;
  if (!adjustment || adjustment.projectId !== projectId) notFound();
  const entries = await listHistory([adjustment.id]);

  return (
    <main className="main" id="main">
      <Crumb href={`/fund/projects/${projectId}`} list={adjustment.project.code} here={t("adjustment.new")} />
      <DoneBanner />
      <Title
        title={t("adjustment.look", { code: adjustment.project.code, name: adjustment.project.name })}
        badge={<RecordBadge state={adjustment.state} />}
        note={adjustment.documentNo}
      />
      <Sheet title={t("adjustment.facts")} note={t("adjustment.lead")}>
        <div className="sheet-body">
          <AdjustmentChanges adjustment={adjustment} />
        </div>
      </Sheet>
      {(adjustment.state === "SUBMITTED" || adjustment.state === "DRAFT") && (
        <Sheet title={t("adjustment.next")} note={adjustment.state === "DRAFT" && t("adjustment.draftNote")}>
          <div className="sheet-body">
            <AdjustmentSteps adjustment={adjustment} actor={actor} main />
          </div>
        </Sheet>
      )}
      <AdjustmentFacts adjustment={adjustment} />
      <Sheet title={t("tabs.history")}>
        <HistoryTable entries={entries} />
      </Sheet>
    </main>
  );
}
