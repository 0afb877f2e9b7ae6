import { useTranslations } from "next-intl";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { State } from "@/lib/fund/rules/sums";

/** Where the works stand, as word, shape and colour. */
export function ProjectBadge({ state }: { state: State }) {
  const t = useTranslations("state.project");
  return <Badge kind={kinds[state]}>{t(state)}</Badge>;
}

const kinds: Record<State, BadgeKind> = {
  NOT_STARTED: "open",
  UNDER_WAY: "run",
  FINISHED: "ok",
  ACCEPTED: "ok",
  HANDED_OVER: "ok",
};
