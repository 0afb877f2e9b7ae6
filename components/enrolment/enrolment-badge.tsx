import { useTranslations } from "next-intl";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { EnrolmentState } from "@/prisma/generated/enums";

/** The state of an enrolment as word, shape and colour. */
export function EnrolmentBadge({ state }: { state: EnrolmentState }) {
  const t = useTranslations("state.enrolment");
  return <Badge kind={kinds[state]}>{t(state)}</Badge>;
}

const kinds: Record<EnrolmentState, BadgeKind> = {
  APPLIED: "warn",
  WAITLISTED: "warn",
  CONFIRMED: "open",
  IN_TRAINING: "run",
  COMPLETED: "ok",
  NOT_COMPLETED: "open",
  DROPPED: "open",
  NO_SHOW: "open",
  CANCELLED: "open",
  REJECTED: "open",
};
