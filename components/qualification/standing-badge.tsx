import { useTranslations } from "next-intl";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { Standing } from "@/lib/qualification/rules";
import type { Day } from "@/lib/value/calendar";

const kinds: Record<Standing, BadgeKind> = { VALID: "ok", EXPIRING: "warn", EXPIRED: "bad", NONE: "open" };

/** How the certificates of a trainer stand, or one of them, with the day on which it ends. */
export function StandingBadge({ standing, day }: { standing: Standing; day: Day | null }) {
  const t = useTranslations("qualification");
  return <Badge kind={kinds[standing]}>{t(`standing.${standing}`, { day: day ?? "", ends: day ? 1 : 0 })}</Badge>;
}
