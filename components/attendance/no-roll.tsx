import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { Roll } from "@/lib/attendance/queries/roll";

/** Why no roll is taken of a lesson now; undefined where one is. */
export function noRoll({ lesson, begun, typed, open }: Roll): "cancelled" | "ahead" | "typed" | "closed" | undefined {
  if (lesson.cancelledAt) return "cancelled";
  if (!begun) return "ahead";
  if (typed) return "typed";
  return open ? undefined : "closed";
}

export function NoRoll({ roll }: { roll: Roll }) {
  const t = useTranslations("attendance.roll");
  const why = noRoll(roll);
  if (!why) return null;
  return (
    <Banner kind="info" {...(why === "typed" && { lead: t("typedLead") })}>
      <p>{t(why)}</p>
    </Banner>
  );
}
