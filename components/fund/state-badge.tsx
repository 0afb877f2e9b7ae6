import { useTranslations } from "next-intl";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { State } from "@/lib/fund/rules/sums";

const kinds: Record<State, BadgeKind> = {
  NOT_STARTED: "open",
  UNDER_WAY: "run",
  FINISHED: "ok",
  ACCEPTED: "ok",
  HANDED_OVER: "ok",
};

/** The state of a project as word, shape and colour. */
export function StateBadge({ state }: { state: State }) {
  const t = useTranslations("fund.states");
  return <Badge kind={kinds[state]}>{t(state)}</Badge>;
}
