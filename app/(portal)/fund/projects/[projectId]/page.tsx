import { notFound } from "next/navigation";
import { AdjustmentSheet } from "@/components/fund/project/adjustment-list";
import { ProjectActions } from "@/components/fund/project/project-actions";
import { ProjectFacts } from "@/components/fund/project/project-facts";
import { ProjectFrame } from "@/components/fund/project/project-frame";
import { ProjectLedger } from "@/components/fund/project/project-ledger";
import { ProjectSums } from "@/components/fund/project/project-sums";
import { NextReport, ReportSheet } from "@/components/fund/project/report-sheet";
import { SiteSheet } from "@/components/fund/project/site-sheet";
import { Banner } from "@/components/ui/banner";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findProjectMoney } from "@/lib/fund/queries/project-money";
import { findProject, listAdjustments } from "@/lib/project/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/fund/projects/[projectId]">) {
  return { title: (await findProject((await params).projectId))?.name };
}

export default async function ProjectPage({ params }: PageProps<"/fund/projects/[projectId]">) {
  const actor = await requireActor("dashboard:fund");
  const [t, project] = await Promise.all([
    getTranslations("project"),
    params.then(({ projectId }) => findProject(projectId)),
  ]);
  if (!project) notFound();
  const { id } = project;
  const { sums, appropriations, disbursements, progress } = await findProjectMoney(id, actor.today);
  const adjustments = await listAdjustments(id);
  const mayEdit = may(actor.role, "project:edit");

  return (
    <ProjectFrame project={project} tab="overview" actions={mayEdit && <ProjectActions project={project} />}>
      {project.standing !== "ACTIVE" && (
        <Banner kind="warn" lead={t(`standingNote.${project.standing}`)}>
          {adjustments.find(({ state }) => state === "APPROVED")?.documentNo}
        </Banner>
      )}
      {mayEdit && project.target === "" && (
        <Banner kind="warn" lead={t("targetMissing.lead")}>
          <a href={`/fund/projects/${id}/edit#f-target`}>{t("targetMissing.text")}</a>
        </Banner>
      )}
      {sums && <ProjectSums sums={sums} today={actor.today} />}
      <div className="columns">
        <ProjectFacts project={project} />
        <ReportSheet project={project} />
      </div>
      <AdjustmentSheet adjustments={adjustments} />
      <SiteSheet project={project} mayFinish={mayEdit} today={actor.today} />
      <ProjectLedger kind="appropriation" records={appropriations} />
      <ProjectLedger kind="disbursement" records={disbursements} />
      <ProjectLedger kind="progress" records={progress} />
      {mayEdit && <NextReport project={project} today={actor.today} />}
    </ProjectFrame>
  );
}
