import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { FactLines } from "@/components/ui/fact-lines";
import type { ProjectRecord } from "@/lib/project/queries";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** What the project is: where, what, by whom, and what it is to achieve. */
export async function ProjectFacts({ project }: { project: ProjectRecord }) {
  const [t, label] = await Promise.all([getTranslations("project"), labelsOf("project")]);
  const { isEmploymentRelated, isConstruction } = project;
  const kinds = [isConstruction && label.isConstruction, isEmploymentRelated && label.isEmploymentRelated].filter(
    Boolean,
  );
  const lines: [string, ReactNode][] = [
    [label.site, project.site],
    [label.content, project.content],
    [label.implementingUnit, project.implementingUnit],
    [label.target, project.target || <span className="warn-text">{t("noTarget")}</span>],
    [label.planYear, t("year", { year: project.planYear })],
    [label.implementYear, t("year", { year: project.implementYear })],
    [label.dueOn, project.dueOn],
    [t("kind"), kinds.join(t("between"))],
  ];

  return (
    <Sheet title={t("facts")}>
      <FactLines lines={lines} />
    </Sheet>
  );
}
