import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { LogPage } from "@/components/audit/log-page";
import { ExportLinks } from "@/components/report/export-links";
import { listAudit } from "@/lib/audit/queries/entries";
import { askedOf, auditFilter } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/actor";
import { auditReport } from "@/lib/report/queries/log/audit";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const actor = await requireActor("audit:view");
  const query = await searchParams;
  const filter = auditFilter.parse(query);
  const log = await listAudit(filter);

  return (
    <LogPage
      words="audit"
      path="/admin/audit"
      query={query}
      log={log}
      actions={<ExportLinks actor={actor} report={auditReport} query={askedOf(filter)} count={log.total} />}
      filters={<AuditFilters filter={filter} />}
    >
      <AuditTable entries={log.entries} query={query} />
    </LogPage>
  );
}
