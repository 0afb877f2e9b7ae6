import { useTranslations } from "next-intl";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { MoneyRecord } from "@/lib/fund/queries/decisions";
import type { Month } from "@/lib/fund/queries/months";

type Props = Pick<MoneyRecord, "state"> & Partial<Pick<MoneyRecord, "kind" | "reversalOfId">>;

/** The state of a record as word, shape and colour; 完成投资 is recorded by one person, so it never reads as approved. */
export function RecordBadge({ state, kind, reversalOfId }: Props) {
  const t = useTranslations("state.record");
  const isRecorded = kind === "progress" && state === "APPROVED" && !reversalOfId;
  return <Badge kind={records[state]}>{t(isRecorded ? "RECORDED" : state)}</Badge>;
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
