import { getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { Older } from "@/components/audit/older";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { NothingFound } from "@/components/ui/empty";
import { listAudit } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  await requireActor("audit:view");
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
      <Title title={t(capped ? "many" : "count", { total })} note={t("note")} />
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
