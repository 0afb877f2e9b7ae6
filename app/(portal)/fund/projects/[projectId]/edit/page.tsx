import { notFound } from "next/navigation";
import { ProjectForm } from "@/components/fund/project/project-form";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { findProject } from "@/lib/project/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/fund/projects/[projectId]/edit">) {
  const [t, project] = await Promise.all([
    getTranslations("project.actions"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  return { title: `${project?.name ?? ""} ${t("edit")}` };
}

export default async function EditProjectPage({ params }: PageProps<"/fund/projects/[projectId]/edit">) {
  await requireActor("project:edit");
  const [t, project] = await Promise.all([
    getTranslations("project"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  if (!project) notFound();

  return (
    <main className="main" id="main">
      <Crumb href="/fund/projects" list={t("list")} here={project.code} />
      <Title title={project.name} note={project.code} />
      <ProjectForm project={project} year={project.implementYear} />
    </main>
  );
}
