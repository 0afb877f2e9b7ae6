import { Tabs } from "@/components/ui/tabs";
import { type By, type View, views } from "@/lib/lesson/rules/view";
import { getTranslations } from "@/lib/wording/translations";
import { viewHref } from "./address";

/** U18: a day, a week of classrooms, trainers or cohorts, a month; each keeps the day and what it is narrowed to. */
export async function ViewTabs({ view, current = view.by }: { view: View; current?: By }) {
  const [t, words] = await Promise.all([getTranslations("timetable.views"), getTranslations("lesson")]);
  return (
    <Tabs
      label={t("label")}
      current={viewHref(view, { by: current })}
      tabs={[
        ...views.map((by) => ({ href: viewHref(view, { by }), label: t(by) })),
        { href: "/trainers", label: words("trainer.list") },
      ]}
    />
  );
}
