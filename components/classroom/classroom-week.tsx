import { Sheet } from "@/components/layout/sheet";
import { WeekTable } from "@/components/lesson/week-table";
import type { WeekTable as Table } from "@/lib/lesson/queries/week";
import { addDays, type Day, daysOfWeek, weekOf } from "@/lib/value/calendar";
import { saidWeek } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

type Props = { number: number; table: Table; today: Day; canBook: boolean };

/** U18: the week of one classroom, with the weeks beside it; a free half-day begins a booking. */
export async function ClassroomWeek({ number, table, today, canBook }: Props) {
  const t = await getTranslations("classroom");
  const [monday] = daysOfWeek(table.week) as [Day];
  const to = (day: Day) => `/classrooms/${number}?week=${weekOf(day)}#week`;

  return (
    <div id="week">
      <Sheet
        title={t("weekOf", saidWeek(table.week))}
        end={
          <div className="flex flex-wrap gap-x-4">
            <a href={to(addDays(monday, -7))}>{t("previous")}</a>
            <a href={to(today)}>{t("current")}</a>
            <a href={to(addDays(monday, 7))}>{t("next")}</a>
          </div>
        }
      >
        <WeekTable table={table} by="room" today={today} canBook={canBook} />
      </Sheet>
    </div>
  );
}
