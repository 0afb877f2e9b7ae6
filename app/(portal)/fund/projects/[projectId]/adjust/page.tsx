import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { AdjustmentForm } from "@/components/project/adjustment-form";
import { Banner } from "@/components/ui/banner";
import { requireProposer } from "@/lib/auth/actor";
import { findProject, listAdjustments } from "@/lib/project/queries";

export async function generateMetadata({ params }: PageProps<"/fund/projects/[projectId]/adjust">) {
  const [t, project] = await Promise.all([
    getTranslations("project.adjustment"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  return { title: `${project?.name ?? ""} ${t("new")}` };
}

export default async function AdjustProjectPage({ params }: PageProps<"/fund/projects/[projectId]/adjust">) {
  const actor = await requireProposer("project:adjust");
  const [t, project] = await Promise.all([
    getTranslations("project"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  if (!project) notFound();
  const open = (await listAdjustments(project.id)).find(({ state }) => state === "SUBMITTED");

  return (
    <main className="main" id="main">
      <Crumb href={`/fund/projects/${project.id}`} list={project.code} here={t("adjustment.new")} />
      <Title title={project.name} note={project.code} />
      {open ? (
        <Banner kind="warn" lead={t("adjustment.open")}>
          <a href={`/fund/projects/${project.id}/adjustments/${open.id}`}>{t("adjustment.waiting")}</a>
        </Banner>
      ) : (
        <AdjustmentForm project={project} today={actor.today} />
      )}
    </main>
  );
}
