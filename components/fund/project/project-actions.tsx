import { ButtonLink } from "@/components/ui/button-link";
import type { ProjectRecord } from "@/lib/project/queries";
import { getTranslations } from "@/lib/wording/translations";

/** What is written down about a project from here; the step that money takes next is the filled one. */
export async function ProjectActions({ project }: { project: ProjectRecord }) {
  const t = await getTranslations("project.actions");
  const { id, arranged, disbursed, target } = project;
  const next = arranged === 0n ? "arrange" : disbursed < arranged ? "pay" : "complete";

  return (
    <>
      <ButtonLink href={`/fund/projects/${id}/edit`}>{t("edit")}</ButtonLink>
      <ButtonLink href={`/fund/projects/${id}/adjust`}>{t("adjust")}</ButtonLink>
      <a className="button" href="#report">
        {t("report")}
      </a>
      <ButtonLink href={`/fund/appropriations/new?project=${id}`} main={next === "arrange" && target !== ""}>
        {t("arrange")}
      </ButtonLink>
      <ButtonLink href={`/fund/disbursements/new?project=${id}`} main={next === "pay"}>
        {t("pay")}
      </ButtonLink>
      <ButtonLink href={`/fund/progress/new?project=${id}`} main={next === "complete"}>
        {t("complete")}
      </ButtonLink>
    </>
  );
}
