import type { ReactNode } from "react";
import { CohortBadge } from "@/components/cohort/cohort-badge";
import { CohortFacts } from "@/components/cohort/cohort-facts";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { Tabs } from "@/components/ui/tabs";
import type { Actor } from "@/lib/auth/actor";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { runOf } from "@/lib/cohort/rules/title";
import { getTranslations } from "@/lib/wording/translations";

const tabs = ["overview", "roster", "applications", "timetable", "attendance", "completion", "history"] as const;

type Props = {
  cohort: CohortRecord;
  actor: Actor;
  tab: (typeof tabs)[number];
  /** What can be done on this tab, right of the title. */
  actions?: ReactNode;
  children: ReactNode;
};

/** What all sides of a cohort have in common: name, state, number, tabs and the facts under them. */
export async function CohortFrame({ cohort, actor, tab, actions, children }: Props) {
  const t = await getTranslations("cohort");
  const home = `/cohorts/${cohort.id}`;
  const to = (name: (typeof tabs)[number]) => (name === "overview" ? home : `${home}/${name}`);

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href="/cohorts" list={t("list")} here={cohort.number} />
      <Title
        title={cohort.title}
        badge={<CohortBadge state={cohort.state} />}
        note={t("note", { run: await saidRun(cohort.number), number: cohort.number })}
        actions={actions}
      />
      <Tabs
        label={t("tabs.label")}
        tabs={tabs.map((name) => ({ href: to(name), label: t(`tabs.${name}`) }))}
        current={to(tab)}
      />
      <CohortFacts cohort={cohort} today={actor.today} />
      {children}
    </main>
  );
}

/** 2018年第2期; off the base they count apart (R27). */
async function saidRun(number: string): Promise<string> {
  const t = await getTranslations("cohort");
  const { isOutside, ...run } = runOf(number);
  return t(isOutside ? "runOutside" : "run", run);
}
