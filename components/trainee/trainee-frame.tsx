import type { ReactNode } from "react";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { Tabs } from "@/components/ui/tabs";
import { codeWords } from "@/lib/code/queries/words";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { getTranslations } from "@/lib/wording/translations";

const tabs = ["facts", "enrolments", "history"] as const;

type Props = {
  trainee: TraineeRecord;
  tab: (typeof tabs)[number];
  actions?: ReactNode;
  children: ReactNode;
};

/** What all sides of a person's record have in common: who it is, told apart from others of the name, and the tabs. */
export async function TraineeFrame({ trainee, tab, actions, children }: Props) {
  const [t, ethnicity] = await Promise.all([getTranslations("trainee"), codeWords("ETHNICITY")]);
  const home = `/trainees/${trainee.id}`;
  const to = (name: (typeof tabs)[number]) => (name === "facts" ? home : `${home}/${name}`);
  const who = {
    sex: t(`sex.${trainee.sex}`),
    ethnicity: ethnicity(trainee.ethnicity),
    place: t("place", { township: trainee.township, village: trainee.village }),
    lastFour: trainee.lastFour,
  };

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href="/trainees" list={t("list.title")} here={trainee.name} />
      <Title title={trainee.name} note={t("record.noteLine", who)} actions={actions} />
      <Tabs
        label={t("record.tabs.label")}
        tabs={tabs.map((name) => ({ href: to(name), label: t(`record.tabs.${name}`) }))}
        current={to(tab)}
      />
      {children}
    </main>
  );
}
