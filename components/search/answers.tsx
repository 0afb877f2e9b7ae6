import { Sheet } from "@/components/layout/sheet";
import { HitList } from "@/components/search/hit-list";
import type { Found } from "@/lib/search/queries/group";
import { getTranslations } from "@/lib/wording/translations";

/** What was found, group by group, each with how many there are and the way to all of them. */
export async function Answers({ found, query }: { found: Found[]; query: string }) {
  const t = await getTranslations("search");

  return found.map(({ name, total, capped, answers, all }) => {
    const group = t(`groups.${name}`);
    const count = t("count", { total, capped: String(capped) });
    return (
      <Sheet
        key={name}
        title={t("heading", { group, count })}
        end={all && <a href={all}>{t("all", { group, count })}</a>}
      >
        <HitList id={`found-${name}`} label={group} hits={answers} query={query} />
      </Sheet>
    );
  });
}
