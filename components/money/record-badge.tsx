import { useTranslations } from "next-intl";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { MoneyRecord } from "@/lib/fund/queries/decisions";
import type { Month } from "@/lib/fund/queries/months";

/** The state of a record as word, shape and colour. */
export function RecordBadge({ state }: { state: MoneyRecord["state"] }) {
  const t = useTranslations("state.record");
  return <Badge kind={records[state]}>{t(state)}</Badge>;
}

export function MonthBadge({ state }: { state: Month["state"] }) {
  const t = useTranslations("state.month");
  return <Badge kind={months[state]}>{t(state)}</Badge>;
}

const records: Record<MoneyRecord["state"], BadgeKind> = {
  DRAFT: "open",
  SUBMITTED: "warn",
  APPROVED: "ok",
  REJECTED: "open",
};
const months: Record<Month["state"], BadgeKind> = { OPEN: "open", SUBMITTED: "warn", LOCKED: "ok" };
