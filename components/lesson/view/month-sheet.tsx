import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import type { MonthTable as Table } from "@/lib/lesson/queries/view";
import type { View } from "@/lib/lesson/rules/view";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";
import { viewHref } from "./address";
import { MonthTable } from "./month-table";
import { ViewWays } from "./view-ways";

type Props = { table: Table; view: View; today: Day; canBook: boolean };

/** U18: a month as a calendar: how many lessons each day has, what day it is, and the way to the day. */
export async function MonthSheet({ table, view, today, canBook }: Props) {
  const [t, words] = await Promise.all([getTranslations("timetable.month"), getTranslations("lesson")]);
  const { month, lessons } = table;
  return (
    <Sheet
      title={t("title", { month: dateFromDay(firstDay(month)) })}
      note={t("note")}
      end={<ViewWays view={view} today={today} />}
    >
      <MonthTable table={table} view={view} today={today} />
      {lessons.length === 0 && (
        <Empty
          lead={t("none")}
          action={
            view.of ? (
              <ButtonLink href={viewHref(view, { of: undefined })}>{t("clear")}</ButtonLink>
            ) : (
              canBook && <ButtonLink href={`/schedule/book?day=${view.day}`}>{words("book")}</ButtonLink>
            )
          }
        />
      )}
    </Sheet>
  );
}
