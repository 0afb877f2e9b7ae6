import { redirect } from "next/navigation";
import { Title } from "@/components/layout/title";
import { Answers } from "@/components/search/answers";
import { boxWords } from "@/components/search/box-words";
import { OneBox } from "@/components/search/one-box";
import { WhatIsFound } from "@/components/search/what-is-found";
import { Banner } from "@/components/ui/banner";
import { requireActor } from "@/lib/auth/actor";
import { findEverything, listGroups } from "@/lib/search/queries/find";
import { searchQuery } from "@/lib/search/schema";
import { getTranslations } from "@/lib/wording/translations";

/** The words may be a name, which does not belong into the browser's history. */
export async function generateMetadata() {
  return { title: (await getTranslations("search"))("title") };
}

/** U06: everything the words lead to; a single answer is gone to at once (job A1). */
export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const actor = await requireActor("search:use");
  const query = searchQuery.parse(await searchParams);
  const [t, found] = await Promise.all([getTranslations("search"), findEverything(actor, query)]);
  const [only] = found.length === 1 ? (found[0]?.answers ?? []) : [];
  if (only && found[0]?.total === 1) redirect(only.href);

  const groups = listGroups(actor.role);
  const nothing = found.length === 0;
  return (
    <main className="main" id="main">
      <Title title={t("title")} />
      {query.number && <Banner kind="info">{t(`number.${query.number}`)}</Banner>}
      <OneBox {...(await boxWords(groups))} query={query.q} className="search-line">
        <button type="submit" className="button">
          {t("title")}
        </button>
      </OneBox>
      <Answers found={found} query={query.q} />
      {query.in && <a href={`/search?${new URLSearchParams({ q: query.q })}`}>{t("back")}</a>}
      {nothing && <WhatIsFound groups={groups} {...(query.q && { lead: t("nothing", { q: query.q }) })} />}
    </main>
  );
}
