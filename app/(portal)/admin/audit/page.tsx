import { getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { Older } from "@/components/audit/older";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { ExportLinks } from "@/components/report/export-links";
import { NothingFound } from "@/components/ui/empty";
import { listAudit } from "@/lib/audit/queries/entries";
import { type AuditFilter, auditFilter } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/actor";
import { auditReport } from "@/lib/report/queries/audit";

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const actor = await requireActor("audit:view");
  const query = await searchParams;
  const filter = auditFilter.parse(query);
  const [{ entries, older, total, capped }, t, index] = await Promise.all([
    listAudit(filter),
    getTranslations("audit"),
    getTranslations("admin"),
  ]);

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <Title
        title={t(capped ? "many" : "count", { total })}
        note={t("note")}
        actions={<ExportLinks actor={actor} report={auditReport} query={queryOf(filter)} count={total} />}
      />
      <section className="sheet" aria-label={t("title")}>
        <AuditFilters filter={filter} />
        {entries.length === 0 ? (
          <NothingFound lead={t("nothing")} filters={[]} clear="/admin/audit" />
        ) : (
          <AuditTable entries={entries} query={query} />
        )}
        <Older path="/admin/audit" query={query} older={older} />
      </section>
    </main>
  );
}

/** What the list is asked by, for its file; the page of it stays out. */
function queryOf({ from, to, who, verb, subject, id }: AuditFilter): string {
  const asked = Object.entries({ from, to, who, verb, subject, id }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return String(new URLSearchParams(asked as [string, string][]));
}
