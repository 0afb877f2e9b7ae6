import { AsOfNotice } from "@/components/fund/as-of-notice";
import { FilterSaid } from "@/components/fund/filter-said";
import { FundTabs } from "@/components/fund/fund-tabs";
import { ProjectFilters } from "@/components/fund/project/project-filters";
import { ProjectTable } from "@/components/fund/project/project-table";
import { ProjectTotals } from "@/components/fund/project/project-totals";
import { NewLink } from "@/components/fund/record/new-link";
import { Title } from "@/components/layout/title";
import { ExportLinks } from "@/components/report/export-links";
import { PrintFundLink } from "@/components/report/print-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { fundQuery, readFundFilter } from "@/lib/fund/schema/filter";
import { ledgerReport } from "@/lib/report/queries/ledger";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("fund.projects"))("title") };
}

export default async function ProjectsPage({ searchParams }: PageProps<"/fund/projects">) {
  const actor = await requireActor("dashboard:fund");
  const query = await searchParams;
  const filter = readFundFilter(query, actor.today);
  const [t, projects] = await Promise.all([getTranslations("fund"), listProjectSums(filter)]);

  return (
    <main className="main" id="main">
      <FundTabs current="projects" />
      <Title
        title={t("projects.count", { count: projects.length })}
        note={<FilterSaid filter={filter} projects={projects} />}
        actions={
          <>
            <ExportLinks actor={actor} report={ledgerReport} query={fundQuery(filter)} count={projects.length} />
            <PrintFundLink actor={actor} report={ledgerReport} query={fundQuery(filter)} />
            <NewLink actor={actor} what="projects" main />
          </>
        }
      />
      <AsOfNotice query={query} today={actor.today} shown={filter.asOf} />
      <ProjectTotals projects={projects} filter={filter} />
      <div className="sheet">
        <ProjectFilters filter={filter} lastYear={yearOf(actor.today)} />
        {projects.length > 0 ? (
          <ProjectTable projects={projects} filter={filter} />
        ) : (
          <Empty
            lead={t("projects.none")}
            action={
              <a className="button" href={`/fund/projects?year=${filter.year}&asOf=${filter.asOf}`}>
                {t("projects.clear")}
              </a>
            }
          />
        )}
      </div>
    </main>
  );
}
