import { type OptionGroup, SelectField } from "@/components/ui/form/choice-field";
import type { ProjectChoice } from "@/lib/project/queries";
import { exactWan } from "@/lib/value/money";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { toComplete, toPay } from "./scales";

export type ProjectKind = "appropriation" | "disbursement" | "progress";

/** The project whose money is meant, with what is left of it in words, so that it is known without script too. */
export async function ProjectField({
  kind,
  projects,
  chosen,
}: {
  kind: ProjectKind;
  projects: ProjectChoice[];
  chosen?: string | undefined;
}) {
  const [t, label] = await Promise.all([getTranslations("money.choice"), labelsOf("money")]);
  const translatorOf = (project: ProjectChoice) => {
    const { code, name } = project;
    if (kind === "disbursement") return t("disbursement", { code, name, left: exactWan(toPay(project)) });
    if (kind === "progress") return t("progress", { code, name, left: exactWan(toComplete(project)) });
    return t(project.target === "" ? "withoutTarget" : "appropriation", {
      code,
      name,
      arranged: exactWan(project.arranged),
    });
  };
  const years = [...new Set(projects.map(({ implementYear }) => implementYear))];
  const groups: OptionGroup[] = years.map((year) => ({
    label: t("year", { year }),
    options: projects
      .filter(({ implementYear }) => implementYear === year)
      .map((project) => ({ value: project.id, label: translatorOf(project) })),
  }));

  return (
    <SelectField
      name="projectId"
      label={label.projectId}
      options={groups}
      empty={t("empty")}
      defaultValue={chosen ?? ""}
      width="wide"
    />
  );
}
