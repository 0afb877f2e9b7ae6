import { AccessFilters } from "@/components/audit/access-filters";
import { AccessTable } from "@/components/audit/access-table";
import { LogPage } from "@/components/audit/log-page";
import { ExportLinks } from "@/components/report/export-links";
import { listAccess } from "@/lib/audit/queries/access";
import { accessFilter, askedOf } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/actor";
import { accessReport } from "@/lib/report/queries/log/access";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("audit.access");
  return { title: t("title") };
}

export default async function AccessPage({ searchParams }: PageProps<"/admin/access">) {
  const actor = await requireActor("accessLog:view");
  const query = await searchParams;
  const filter = accessFilter.parse(query);
  const log = await listAccess(filter);

  return (
    <LogPage
      words="audit.access"
      path="/admin/access"
      query={query}
      log={log}
      actions={<ExportLinks actor={actor} report={accessReport} query={askedOf(filter)} count={log.total} />}
      filters={<AccessFilters filter={filter} />}
    >
      <AccessTable entries={log.entries} />
    </LogPage>
  );
}
