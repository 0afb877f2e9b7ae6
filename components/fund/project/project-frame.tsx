import type { ReactNode } from "react";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { Tabs } from "@/components/ui/tabs";
import type { ProjectRecord } from "@/lib/project/queries";
import { getTranslations } from "@/lib/wording/translations";
import { ProjectBadge } from "./project-badge";

type Props = {
  project: ProjectRecord;
  tab: "overview" | "history";
  actions?: ReactNode;
  children: ReactNode;
};

/** What both sides of a project have in common: name, state, number and tabs. */
export async function ProjectFrame({ project, tab, actions, children }: Props) {
  const t = await getTranslations("project");
  const { id, code, name, category, state, planYear, implementYear } = project;
  const home = `/fund/projects/${id}`;
  const note = t(planYear > implementYear ? "noteEarly" : "note", {
    code,
    category: t(`categories.${category}`),
    implementYear,
    planYear,
  });

  return (
    <main className="main" id="main">
      <Crumb href="/fund/projects" list={t("list")} here={code} />
      <DoneBanner />
      <Title title={name} badge={<ProjectBadge state={state} />} note={note} actions={actions} />
      <Tabs
        label={t("tabs.label")}
        tabs={[
          { href: home, label: t("tabs.overview") },
          { href: `${home}/history`, label: t("tabs.history") },
        ]}
        current={tab === "overview" ? home : `${home}/history`}
      />
      {children}
    </main>
  );
}
