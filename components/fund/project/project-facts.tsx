import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { FactLines } from "@/components/ui/fact-lines";
import type { ProjectRecord } from "@/lib/project/queries";

/** What the project is: where, what, by whom, and what it is to achieve. */
export async function ProjectFacts({ project }: { project: ProjectRecord }) {
  const [t, { field }] = await Promise.all([getTranslations("project"), getMessages()]);
  const { isEmploymentRelated, isConstruction } = project;
  const kinds = [isConstruction && t("construction"), isEmploymentRelated && t("employment")].filter(Boolean);
  const lines: [string, ReactNode][] = [
    [field.site, project.site],
    [field.content, project.content],
    [field.implementingUnit, project.implementingUnit],
    [field.target, project.target || <span className="warn-text">{t("noTarget")}</span>],
    [field.planYear, t("year", { year: project.planYear })],
    [field.implementYear, t("year", { year: project.implementYear })],
    [field.dueOn, project.dueOn],
    [t("kind"), kinds.join(t("between"))],
  ];

  return (
    <Sheet title={t("facts")}>
      <FactLines lines={lines} />
    </Sheet>
  );
}
