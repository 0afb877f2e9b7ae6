import { Tabs } from "@/components/ui/tabs";
import { type By, type View, views } from "@/lib/lesson/rules/view";
import { getTranslations } from "@/lib/wording/translations";
import { viewHref } from "./address";

/** U18: a day, a week of classrooms, trainers or cohorts, a month; each keeps the day and what it is narrowed to. */
export async function ViewTabs({ view, current = view.by }: { view: View; current?: By }) {
  const [t, words, feeds] = await Promise.all([
    getTranslations("timetable.views"),
    getTranslations("lesson"),
    getTranslations("calendarFeed"),
  ]);
  return (
    <Tabs
      label={t("label")}
      current={viewHref(view, { by: current })}
      tabs={[
        ...views.map((by) => ({ href: viewHref(view, { by }), label: t(by) })),
        { href: "/trainers", label: words("trainer.list") },
        { href: "/schedule/free", label: words("free.title") },
        { href: "/schedule/use", label: words("use.title") },
        { href: "/schedule/feeds", label: feeds("link") },
      ]}
    />
  );
}
