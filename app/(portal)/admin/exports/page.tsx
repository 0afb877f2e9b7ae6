import { getTranslations } from "next-intl/server";
import { Older } from "@/components/audit/older";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { ExportFilters } from "@/components/report/export-filters";
import { ExportTable } from "@/components/report/export-table";
import { NothingFound } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { listExports } from "@/lib/report/queries/exports";
import { exportFilter } from "@/lib/report/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("report.exports"))("title") };
}

/** R93, R102: every file that left the portal. */
export default async function ExportsPage({ searchParams }: PageProps<"/admin/exports">) {
  await requireActor("accessLog:view");
  const query = await searchParams;
  const filter = exportFilter.parse(query);
  const [{ exports, older, total, capped }, t, index] = await Promise.all([
    listExports(filter),
    getTranslations("report.exports"),
    getTranslations("admin"),
  ]);

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <Title title={t(capped ? "many" : "count", { total })} note={t("note")} />
      <section className="sheet" aria-label={t("title")}>
        <ExportFilters filter={filter} />
        {exports.length === 0 ? (
          <NothingFound lead={t("nothing")} filters={[]} clear="/admin/exports" />
        ) : (
          <ExportTable exports={exports} />
        )}
        <Older path="/admin/exports" query={query} older={older} />
      </section>
    </main>
  );
}
