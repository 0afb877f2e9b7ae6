import { notFound } from "next/navigation";
import { AdjustmentForm } from "@/components/fund/project/adjustment-form";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { Banner } from "@/components/ui/banner";
import { requireProposer } from "@/lib/auth/actor";
import { findProject, listAdjustments } from "@/lib/project/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/fund/projects/[projectId]/adjust">) {
  const [t, project] = await Promise.all([
    getTranslations("project.adjustment"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  return { title: `${project?.name ?? ""} ${t("new")}` };
}

type Props = PageProps<"/fund/projects/[projectId]/adjust">;

/** A new adjustment, or one's own draft (`?draft=`); one at a time waits for the leader. */
export default async function AdjustProjectPage({ params, searchParams }: Props) {
  const actor = await requireProposer("project:adjust");
  const [t, project, address] = await Promise.all([
    getTranslations("project"),
    params.then(({ projectId }) => findProject(projectId)),
    searchParams,
  ]);
  if (!project) notFound();
  const adjustments = await listAdjustments(project.id);
  const open = adjustments.find(({ state }) => state === "SUBMITTED");
  const own = adjustments.filter(({ state, createdById }) => state === "DRAFT" && createdById === actor.id);

  return (
    <main className="main" id="main">
      <Crumb href={`/fund/projects/${project.id}`} list={project.code} here={t("adjustment.new")} />
      <Title title={project.name} note={project.code} />
      {open ? (
        <Banner kind="warn" lead={t("adjustment.waiting")}>
          <a href={`/fund/projects/${project.id}/adjustments/${open.id}`}>{t("adjustment.open")}</a>
        </Banner>
      ) : (
        <AdjustmentForm
          project={project}
          draft={own.find(({ id }) => id === address.draft) ?? null}
          today={actor.today}
        />
      )}
    </main>
  );
}
