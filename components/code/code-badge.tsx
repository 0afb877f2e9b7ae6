import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { isInForce, type listCodeItems } from "@/lib/code/queries/items";
import type { Day } from "@/lib/value/calendar";

export type CodeItem = Awaited<ReturnType<typeof listCodeItems>>[number];

export function CodeBadge({ item, today }: { item: CodeItem; today: Day }) {
  const t = useTranslations("dictionary.states");
  if (isInForce(item, today)) return <Badge kind="ok">{t("inForce")}</Badge>;
  return item.validFrom > today ? <Badge kind="warn">{t("coming")}</Badge> : <Badge>{t("ended")}</Badge>;
}
