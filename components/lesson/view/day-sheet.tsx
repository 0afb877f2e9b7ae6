import { getLocale } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { DayMark } from "@/components/working-day/day-mark";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import type { View } from "@/lib/lesson/rules/view";
import { type Day, formatDay, weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import type { NamedDay } from "@/lib/working-day/rules";
import { viewHref } from "./address";
import { DayTable } from "./day-table";
import { ViewWays } from "./view-ways";

type Props = {
  view: View;
  lessons: LessonRecord[];
  exceptions: readonly NamedDay[];
  today: Day;
  canBook: boolean;
};

/** U18: what is taught on a day, one below the other; with this a phone opens. */
export async function DaySheet({ view: asked, lessons, exceptions, today, canBook }: Props) {
  const [t, words, locale] = await Promise.all([
    getTranslations("timetable.day"),
    getTranslations("lesson"),
    getLocale(),
  ]);
  const view = { ...asked, by: "day" as const };
  const { day, of } = view;
  return (
    <Sheet
      title={t("title", {
        day: formatDay(day, locale, "long"),
        weekday: words(`weekday.${String(weekday(day)) as "1"}`),
        count: lessons.length,
      })}
      note={
        <>
          {day === today && t("today")} <DayMark day={day} among={exceptions} />
        </>
      }
      end={<ViewWays view={view} today={today} />}
    >
      {lessons.length > 0 ? (
        <DayTable lessons={lessons} />
      ) : (
        <Empty
          lead={t("none")}
          action={
            of ? (
              <ButtonLink href={viewHref(view, { of: undefined })}>{t("clear")}</ButtonLink>
            ) : canBook ? (
              <ButtonLink href={`/schedule/book?day=${day}`}>{words("book")}</ButtonLink>
            ) : (
              <ButtonLink href={viewHref(view, { by: "month" })}>{t("month")}</ButtonLink>
            )
          }
        />
      )}
    </Sheet>
  );
}
