import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { Day } from "@/lib/calendar";
import { isInForce, type listCodeItems } from "@/lib/code/queries";

export type CodeItem = Awaited<ReturnType<typeof listCodeItems>>[number];

export async function CodeBadge({ item, today }: { item: CodeItem; today: Day }) {
  const t = await getTranslations("dictionary.states");
  if (isInForce(item, today)) return <Badge kind="ok">{t("inForce")}</Badge>;
  return item.validFrom > today ? <Badge kind="warn">{t("coming")}</Badge> : <Badge>{t("ended")}</Badge>;
}
