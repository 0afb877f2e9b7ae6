import type { ReactNode } from "react";
import { Older } from "@/components/audit/older";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import type { Query } from "@/components/ui/address";
import { NothingFound } from "@/components/ui/empty";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  /** Where its title, its count and its notes stand. */
  words: "audit" | "audit.access" | "report.exports";
  path: string;
  query: Query;
  log: { entries: unknown[]; total: number; capped: boolean; older: bigint | string | undefined };
  actions?: ReactNode;
  filters: ReactNode;
  /** The table of the entries. */
  children: ReactNode;
};

/** A page of what only grows: how many fit, the filter, the entries, and the way on to older ones. */
export async function LogPage({ words, path, query, log, actions, filters, children }: Props) {
  const [t, index] = await Promise.all([getTranslations(words), getTranslations("admin")]);
  const { entries, total, capped, older } = log;

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <Title title={t(capped ? "many" : "count", { total })} note={t("note")} actions={actions} />
      <section className="sheet" aria-label={t("title")}>
        {filters}
        {entries.length === 0 ? <NothingFound lead={t("nothing")} filters={[]} clear={path} /> : children}
        <Older path={path} query={query} older={older} />
      </section>
    </main>
  );
}
