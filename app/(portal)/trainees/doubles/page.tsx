import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { DoublesTable } from "@/components/trainee/merge/doubles-table";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/actor";
import { doublesAPage, listDoubles } from "@/lib/trainee/queries/doubles";
import { pageInput } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("trainee.doubles");
  return { title: t("title") };
}

export default async function DoublesPage({ searchParams }: PageProps<"/trainees/doubles">) {
  await requireActor("trainee:merge");
  const query = await searchParams;
  const { page } = pageInput.parse(query);

  const { doubles, total } = await listDoubles(page);
  const [t, list] = await Promise.all([getTranslations("trainee.doubles"), getTranslations("trainee.list")]);
  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href="/trainees" list={list("title")} here={t("title")} />
      <Title title={t("count", { total })} note={t("note")} />
      <section className="sheet" aria-label={t("title")}>
        <DoublesTable doubles={doubles} />
        <Pagination path="/trainees/doubles" query={query} page={page} size={doublesAPage} total={total} />
      </section>
    </main>
  );
}
