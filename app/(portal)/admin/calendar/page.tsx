import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { Empty } from "@/components/ui/empty";
import { Tabs } from "@/components/ui/tabs";
import { CalendarTable } from "@/components/working-day/calendar-table";
import { SetDay } from "@/components/working-day/set-day";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { yearOf } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";
import { findCalendar, listWorkingDays } from "@/lib/working-day/queries";
import { calendarFilter } from "@/lib/working-day/schema";

export async function generateMetadata() {
  const t = await getTranslations("workingDay");
  return { title: t("title") };
}

/** R59: which days are worked is a table of the year, not the arithmetic of weekdays. */
export default async function CalendarPage({ searchParams }: PageProps<"/admin/calendar">) {
  const actor = await requireActor("code:view");
  const query = await searchParams;
  const year = calendarFilter.parse(query).year ?? yearOf(actor.today);
  const [{ days, years }, working, t, index] = await Promise.all([
    findCalendar(year),
    listWorkingDays(firstDay(year), lastDay(year)),
    getTranslations("workingDay"),
    getTranslations("admin"),
  ]);
  const shown = [...new Set([...years, year, yearOf(actor.today) + 1])].sort((a, b) => a - b);
  const mayEdit = may(actor.role, "code:edit");

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <DoneBanner />
      <Title title={t("title")} note={t("note", { year: String(year), working: working.length })} />
      <Tabs
        label={t("years")}
        tabs={shown.map((one) => ({ href: `/admin/calendar?year=${one}`, label: String(one) }))}
        current={`/admin/calendar?year=${year}`}
      />
      <Sheet title={t("count", { year: String(year), total: days.length })} note={t("source")}>
        {days.length === 0 ? (
          <Empty lead={t("none")} text={t("noneText")} />
        ) : (
          <CalendarTable days={days} mayEdit={mayEdit} />
        )}
      </Sheet>
      {mayEdit && <SetDay year={year} />}
    </main>
  );
}
