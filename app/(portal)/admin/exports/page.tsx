import { LogPage } from "@/components/audit/log-page";
import { ExportFilters } from "@/components/report/export-filters";
import { ExportTable } from "@/components/report/export-table";
import { requireActor } from "@/lib/auth/actor";
import { listExports } from "@/lib/report/queries/exports";
import { exportFilter } from "@/lib/report/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("report.exports"))("title") };
}

/** R93, R102: every file that left the portal. */
export default async function ExportsPage({ searchParams }: PageProps<"/admin/exports">) {
  await requireActor("accessLog:view");
  const query = await searchParams;
  const filter = exportFilter.parse(query);
  const log = await listExports(filter);

  return (
    <LogPage
      words="report.exports"
      path="/admin/exports"
      query={query}
      log={log}
      filters={<ExportFilters filter={filter} />}
    >
      <ExportTable exports={log.entries} />
    </LogPage>
  );
}
