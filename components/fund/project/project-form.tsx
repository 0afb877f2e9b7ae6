import { getMessages } from "next-intl/server";
import { SecondLook } from "@/components/fund/record/second-look";
import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form/form";
import { StaleValues } from "@/components/ui/form/stale-values";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { createProject, editProject } from "@/lib/project/actions";
import type { ProjectRecord } from "@/lib/project/queries";
import type { Labels } from "@/lib/wording/labels";
import { labelsOf, sentences } from "@/lib/wording/lookup";
import type { Messages } from "@/lib/wording/messages";
import { getTranslations } from "@/lib/wording/translations";
import { AdjustLink } from "./adjust-link";
import { FixedFields, FreeFields, NameFields, PlanFields } from "./project-fields";

/** A new project, or one that is there; what was approved with its money (R73) or stands in a reported month (R76) is shown only. */
export async function ProjectForm({ project, year }: { project?: ProjectRecord; year: number }) {
  const [t, label, words] = await Promise.all([getTranslations("project"), labelsOf("project"), getMessages()]);
  const fixed = project && (project.isApproved || project.isReported);
  const why = project?.isApproved ? "fixed" : "reported";

  return (
    <>
      {fixed && (
        <Banner kind="info" lead={t(`${why}.lead`)}>
          {t(`${why}.text`)}
          <a href={`/fund/projects/${project.id}/adjust`}>{t("fixed.link")}</a>
        </Banner>
      )}
      <Form
        action={project ? editProject : createProject}
        submissionKey={newSubmissionKey()}
        version={project?.version}
        refused={
          project && (
            <>
              <Stale project={project} words={words} labels={label} />
              <AdjustLink label={t("adjustment.new")} />
            </>
          )
        }
      >
        {project && <input type="hidden" name="projectId" value={project.id} />}
        <Sheet title={t("facts")}>
          <NameFields project={project} />
          {fixed ? <FixedFields project={project} /> : <PlanFields project={project} year={year} />}
          {!project?.isApproved && <FreeFields project={project} />}
        </Sheet>
        <SecondLook words={await sentences(words.money.doubts)} />
        <div className="actions">
          <Submit main>{t(project ? "save" : "create")}</Submit>
          <ButtonLink href={project ? `/fund/projects/${project.id}` : "/fund/projects"}>{t("cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}

/** I27: whoever saves second sees both versions and picks. */
function Stale({ project, words, labels }: { project: ProjectRecord; words: Messages; labels: Labels<"project"> }) {
  const { yes } = words.audit.history;
  return (
    <StaleValues
      fields={labels}
      choices={{
        category: words.project.categories,
        unit: { WAN: words.money.amount.wan, YUAN: words.money.amount.yuan },
        isEmploymentRelated: { on: yes },
        isConstruction: { on: yes },
      }}
      href={`/fund/projects/${project.id}/edit`}
    />
  );
}
