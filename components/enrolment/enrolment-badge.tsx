import { getTranslations } from "next-intl/server";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { EnrolmentState } from "@/prisma/generated/enums";

/** The state of an enrolment as word, shape and colour. */
export async function EnrolmentBadge({ state }: { state: EnrolmentState }) {
  const t = await getTranslations("state.enrolment");
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
