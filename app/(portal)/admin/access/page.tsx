import { getTranslations } from "next-intl/server";
import { AccessFilters } from "@/components/audit/access-filters";
import { AccessTable } from "@/components/audit/access-table";
import { Older } from "@/components/audit/older";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { NothingFound } from "@/components/ui/empty";
import { listAccess } from "@/lib/audit/queries";
import { accessFilter } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata() {
  const t = await getTranslations("audit.access");
  return { title: t("title") };
}

export default async function AccessPage({ searchParams }: PageProps<"/admin/access">) {
  await requireActor("accessLog:view");
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
      <Title title={t(capped ? "many" : "count", { total })} note={t("note")} />
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
