import { HeatMap } from "@/components/classroom/heat-map";
import { UseTable } from "@/components/classroom/use-table";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ExportLinks } from "@/components/report/export-links";
import { FilterRow, FilterText } from "@/components/search/filter-row";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findRoomUse } from "@/lib/lesson/queries/use";
import { commonPeriods, isPeriod } from "@/lib/lesson/rules/use";
import { periodQuery } from "@/lib/lesson/schema/search";
import { classroomHeatReport, classroomUseReport } from "@/lib/report/queries/classroom-use";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("lesson.use"))("title") };
}

/** How much each classroom is used in a period: hours taught of hours open, and in which half-days of the week. */
export default async function RoomUsePage({ searchParams }: PageProps<"/schedule/use">) {
  const actor = await requireActor("schedule:view");
  const address = await searchParams;
  const { from, to } = periodQuery.parse(address);
  const common = commonPeriods(actor.today);
  const asked = from && to && isPeriod({ from, to }) ? { from, to } : undefined;
  const period = asked ?? common.month;
  const [t, schedule, use] = await Promise.all([
    getTranslations("lesson.use"),
    getTranslations("lesson"),
    findRoomUse(period),
  ]);
  const query = queryOf(period);
  const exports = { actor, query, count: use.uses.length };

  return (
    <main className="main" id="main">
      <Crumb href="/schedule" list={schedule("title")} here={t("title")} />
      <Title
        title={t("title")}
        note={t("note", { ...period, days: use.workingDays })}
        actions={
          may(actor.role, "report:export") && (
            <>
              <ButtonLink href={`/print/reports/classroom-use?${query}`} file>
                {t("print")}
              </ButtonLink>
              <ButtonLink href={`/print/reports/classroom-heat?${query}`} file>
                {t("printHeat")}
              </ButtonLink>
            </>
          )
        }
      />
      {!asked && (address.from !== undefined || address.to !== undefined) && (
        <Banner kind="warn">
          <p>{t("wrong")}</p>
        </Banner>
      )}
      <Tabs
        label={t("periods")}
        wraps
        current={`/schedule/use?${query}`}
        tabs={(["lastMonth", "month", "quarter", "year"] as const).map((name) => ({
          href: `/schedule/use?${queryOf(common[name])}`,
          label: t(name),
        }))}
      />
      <Sheet title={t("table")} note={t("how")}>
        <FilterRow path="/schedule/use">
          <FilterText name="from" label={t("from")} type="date" value={period.from} />
          <FilterText name="to" label={t("to")} type="date" value={period.to} />
        </FilterRow>
        <UseTable use={use} />
        <div className="sheet-body actions">
          <ExportLinks report={classroomUseReport} {...exports} />
        </div>
      </Sheet>
      <Sheet title={t("heat")} note={t("heatNote")}>
        <HeatMap use={use} />
        <div className="sheet-body actions">
          <ExportLinks report={classroomHeatReport} {...exports} />
        </div>
      </Sheet>
    </main>
  );
}

const queryOf = ({ from, to }: { from: Day; to: Day }): string => `from=${from}&to=${to}`;
