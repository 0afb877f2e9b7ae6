import { getTranslations } from "next-intl/server";
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
export async function StateBadge({ state }: { state: State }) {
  const t = await getTranslations("fund.states");
  return <Badge kind={kinds[state]}>{t(state)}</Badge>;
}
