import { notFound } from "next/navigation";
import { HistoryTable } from "@/components/audit/history-table";
import { ProjectFrame } from "@/components/fund/project/project-frame";
import { Sheet } from "@/components/layout/sheet";
import { listHistory } from "@/lib/audit/queries/entries";
import { requireActor } from "@/lib/auth/actor";
import { findProjectMoney } from "@/lib/fund/queries/project-money";
import { findProject, listAdjustments } from "@/lib/project/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/fund/projects/[projectId]/history">) {
  const [t, project] = await Promise.all([
    getTranslations("project.tabs"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  return { title: `${project?.name ?? ""} ${t("history")}` };
}

export default async function ProjectHistoryPage({ params }: PageProps<"/fund/projects/[projectId]/history">) {
  const actor = await requireActor("dashboard:fund");
  const [t, project] = await Promise.all([
    getTranslations("project.tabs"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  if (!project) notFound();
  const { appropriations, disbursements, progress } = await findProjectMoney(project.id, actor.today);
  const records = [...appropriations, ...disbursements, ...progress];
  const adjustments = await listAdjustments(project.id);
  const subjects = [project.id, ...[...records, ...adjustments].map(({ id }) => id)];
  const entries = await listHistory(subjects);

  return (
    <ProjectFrame project={project} tab="history">
      <Sheet title={t("history")}>
        <HistoryTable entries={entries} />
      </Sheet>
    </ProjectFrame>
  );
}
