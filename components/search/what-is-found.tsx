import { Empty } from "@/components/ui/empty";
import type { GroupName } from "@/lib/search/schema";
import { getTranslations } from "@/lib/wording/translations";

/** What can be looked for and by which words, where nothing was typed or nothing found. */
export async function WhatIsFound({ lead, groups }: { lead?: string; groups: GroupName[] }) {
  const t = await getTranslations("search");

  return (
    <section className="sheet" aria-label={t("empty")}>
      {lead && <Empty lead={lead} />}
      <div className="sheet-body">
        <h2>{t("empty")}</h2>
        <dl className="found-by">
          {groups.map((name) => (
            <div key={name}>
              <dt>{t(`groups.${name}`)}</dt>
              <dd>{t(`by.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
