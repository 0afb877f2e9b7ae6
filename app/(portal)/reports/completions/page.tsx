import { Definitions } from "@/components/completion/definitions";
import { YearFigures } from "@/components/completion/year-figures";
import { YearTable } from "@/components/completion/year-table";
import { YearSelect } from "@/components/fund/overview/year-select";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ExportLinks } from "@/components/report/export-links";
import { FilterRow } from "@/components/search/filter-row";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { readCompletionYear } from "@/lib/completion/queries/year";
import { completionYearQuery } from "@/lib/completion/schema";
import { yearCompletionReport } from "@/lib/report/queries/completions";
import { yearReport } from "@/lib/report/queries/year-report";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("completion.year"))("title") };
}

export default async function CompletionYearPage({ searchParams }: PageProps<"/reports/completions">) {
  const actor = await requireActor("report:view");
  const t = await getTranslations("completion.year");
  const { year = yearOf(actor.today) } = completionYearQuery.parse(await searchParams);
  const { found, years } = await readCompletionYear(year, yearOf(actor.today));
  const { all } = found.sums;

  return (
    <main className="main" id="main">
      <Crumb href="/reports" list={t("reports")} here={t("crumb", { year })} />
      <Title
        title={t("title")}
        note={t("note", { year, cohorts: found.lines.length, day: actor.today })}
        actions={
          <>
            <ExportLinks
              actor={actor}
              report={yearCompletionReport}
              query={`year=${year}`}
              count={all.completed}
              full
              main
            />
            <ButtonLink href={`/print/reports/year-report?year=${year}`} file>
              {t("print")}
            </ButtonLink>
            {all.completed > 0 && (
              <ButtonLink href={`/print/reports/year-completions?year=${year}`} file>
                {t("printRoster")}
              </ButtonLink>
            )}
          </>
        }
      />
      <YearFigures found={found} />
      <Sheet title={t("cohorts", { count: found.lines.length })} note={t("cohortsNote")}>
        <FilterRow path="/reports/completions">
          <YearSelect {...years} value={year} />
        </FilterRow>
        {found.lines.length === 0 ? (
          <Empty lead={t("none", { year })} text={t("noneText")} />
        ) : (
          <>
            <YearTable found={found} />
            <Definitions />
            <div className="sheet-body actions">
              <ExportLinks actor={actor} report={yearReport} query={`year=${year}`} count={found.lines.length} />
            </div>
          </>
        )}
      </Sheet>
    </main>
  );
}
