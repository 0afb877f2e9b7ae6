import { stepFrom, type View } from "@/lib/lesson/rules/view";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { paperHref, viewHref } from "./address";

/** Back, to today, on, and onto paper. */
export async function ViewWays({ view, today }: { view: View; today: Day }) {
  const t = await getTranslations("timetable.ways");
  const span = view.by === "day" || view.by === "month" ? view.by : "week";
  return (
    <span className="flex flex-wrap gap-x-4">
      <a href={viewHref(view, { day: stepFrom(view, -1) })}>{t(`${span}.back`)}</a>
      <a href={viewHref(view, { day: today })}>{t(`${span}.current`)}</a>
      <a href={viewHref(view, { day: stepFrom(view, 1) })}>{t(`${span}.on`)}</a>
      <a href={paperHref(view)}>{t("print")}</a>
    </span>
  );
}
