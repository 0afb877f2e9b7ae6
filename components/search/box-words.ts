import type { GroupName } from "@/lib/search/schema";
import { getTranslations } from "@/lib/wording/translations";

/** The box is called by what it does; where there is room it says what it finds for this role, the first of it. */
export async function boxWords(groups: GroupName[]): Promise<{ label: string; placeholder: string }> {
  const t = await getTranslations("search");
  const first = groups
    .slice(0, 3)
    .map((name) => t(`groups.${name}`))
    .join(t("and"));
  return { label: t("title"), placeholder: groups.length > 3 ? `${first}…` : first };
}
