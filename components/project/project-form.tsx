import { getTranslations } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import { createProject, editProject } from "@/lib/project/actions";
import type { ProjectRecord } from "@/lib/project/queries";
import { newSubmissionKey } from "@/lib/submission-key";
import { ApprovedFields, FreeFields, NameFields, PlanFields } from "./project-fields";

/** A new project, or one that is there; once money is arranged, what was approved stands (R73). */
export async function ProjectForm({ project, year }: { project?: ProjectRecord; year: number }) {
  const t = await getTranslations("project");
  const fixed = project !== undefined && project.arranged !== 0n;

  return (
    <>
      {fixed && (
        <Banner kind="info" lead={t("fixed.lead")}>
          {t("fixed.text")}
        </Banner>
      )}
      <Form
        action={project ? editProject : createProject}
        submissionKey={newSubmissionKey()}
        version={project?.version}
      >
        {project && <input type="hidden" name="projectId" value={project.id} />}
        <Sheet title={t("facts")}>
          <NameFields project={project} />
          {fixed ? <ApprovedFields project={project} /> : <PlanFields project={project} year={year} />}
          <FreeFields project={project} />
        </Sheet>
        <div className="actions">
          <Submit main>{t(project ? "save" : "create")}</Submit>
          <ButtonLink href={project ? `/fund/projects/${project.id}` : "/fund/projects"}>{t("cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
