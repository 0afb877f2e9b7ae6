import { useTranslations } from "next-intl";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { FundMonth } from "@/lib/fund/queries/months";
import type { saidStateOf } from "@/lib/fund/rules/record";

type State = ReturnType<typeof saidStateOf>;

/** The state of a record as word, shape and colour. */
export function RecordBadge({ state }: { state: State }) {
  const t = useTranslations("state.record");
  return <Badge kind={records[state]}>{t(state)}</Badge>;
}

export function MonthBadge({ state }: { state: FundMonth["state"] }) {
  const t = useTranslations("state.month");
  return <Badge kind={months[state]}>{t(state)}</Badge>;
}

const records: Record<State, BadgeKind> = {
  DRAFT: "open",
  SUBMITTED: "warn",
  APPROVED: "ok",
  REJECTED: "open",
  RECORDED: "ok",
};
const months: Record<FundMonth["state"], BadgeKind> = { OPEN: "open", SUBMITTED: "warn", LOCKED: "ok" };
