import { useTranslations } from "next-intl";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { CohortState } from "@/prisma/generated/enums";

/** The state of a cohort as word, shape and colour. */
export function CohortBadge({ state }: { state: CohortState }) {
  const t = useTranslations("state.cohort");
  return <Badge kind={kinds[state]}>{t(state)}</Badge>;
}

const kinds: Record<CohortState, BadgeKind> = {
  DRAFT: "open",
  SUBMITTED: "warn",
  RETURNED: "warn",
  REJECTED: "open",
  APPROVED: "open",
  IN_PROGRESS: "run",
  EXAM: "run",
  CLOSED: "ok",
  CANCELLED: "open",
};
