import { getTranslations } from "next-intl/server";
import { AccessFilters } from "@/components/audit/access-filters";
import { AccessTable } from "@/components/audit/access-table";
import { Older } from "@/components/audit/older";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { ExportLinks } from "@/components/report/export-links";
import { NothingFound } from "@/components/ui/empty";
import { listAccess } from "@/lib/audit/queries/access";
import { type AccessFilter, accessFilter } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/actor";
import { accessReport } from "@/lib/report/queries/access";

export async function generateMetadata() {
  const t = await getTranslations("audit.access");
  return { title: t("title") };
}

export default async function AccessPage({ searchParams }: PageProps<"/admin/access">) {
  const actor = await requireActor("accessLog:view");
  const query = await searchParams;
  const filter = accessFilter.parse(query);
  const [{ entries, older, total, capped }, t, index] = await Promise.all([
    listAccess(filter),
    getTranslations("audit.access"),
    getTranslations("admin"),
  ]);

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <Title
        title={t(capped ? "many" : "count", { total })}
        note={t("note")}
        actions={<ExportLinks actor={actor} report={accessReport} query={queryOf(filter)} count={total} />}
      />
      <section className="sheet" aria-label={t("title")}>
        <AccessFilters filter={filter} />
        {entries.length === 0 ? (
          <NothingFound lead={t("nothing")} filters={[]} clear="/admin/access" />
        ) : (
          <AccessTable entries={entries} />
        )}
        <Older path="/admin/access" query={query} older={older} />
      </section>
    </main>
  );
}

/** What the list is asked by, for its file; the page of it stays out. */
function queryOf({ from, to, who, kind, id }: AccessFilter): string {
  const asked = Object.entries({ from, to, who, kind, id }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return String(new URLSearchParams(asked as [string, string][]));
}
