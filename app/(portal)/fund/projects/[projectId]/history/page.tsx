import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HistoryTable } from "@/components/audit/history-table";
import { Sheet } from "@/components/layout/sheet";
import { moneyReader } from "@/components/money/history-reader";
import { ProjectFrame } from "@/components/project/project-frame";
import { listHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { listRecordsOfProject } from "@/lib/fund/queries/decisions";
import { findProject } from "@/lib/project/queries";

export async function generateMetadata({ params }: PageProps<"/fund/projects/[projectId]/history">) {
  const [t, project] = await Promise.all([
    getTranslations("project.tabs"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  return { title: `${project?.name ?? ""} ${t("history")}` };
}

export default async function ProjectHistoryPage({ params }: PageProps<"/fund/projects/[projectId]/history">) {
  await requireActor("dashboard:fund");
  const [t, project] = await Promise.all([
    getTranslations("project.tabs"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  if (!project) notFound();
  const records = await Promise.all(
    (["appropriation", "disbursement", "progress"] as const).map((kind) => listRecordsOfProject(kind, project.id)),
  );
  const subjects = [project.id, ...records.flat().map(({ id }) => id)];
  const [entries, read] = await Promise.all([listHistory(subjects), moneyReader()]);

  return (
    <ProjectFrame project={project} tab="history">
      <Sheet title={t("history")}>
        <HistoryTable entries={entries} read={read} />
      </Sheet>
    </ProjectFrame>
  );
}
