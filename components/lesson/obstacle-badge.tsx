import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Obstacle } from "@/lib/lesson/queries/alternatives";

/** What is in the way of a lesson that is not booked yet, or that nothing is. */
export function ObstacleBadge({ obstacle }: { obstacle: Obstacle }) {
  const t = useTranslations("lesson.repeat");
  const { outside, closed, onLeave, lesson, holiday } = obstacle;
  if (outside) return <Badge kind="bad">{t("outsideDates")}</Badge>;
  if (closed !== null) return <Badge kind="bad">{t("closed", { reason: closed })}</Badge>;
  if (onLeave) return <Badge kind="bad">{t("onLeave")}</Badge>;
  if (lesson)
    return (
      <Badge kind="bad">
        <a href={`/schedule/lessons/${lesson.id}`}>{t("taken", { ...lesson, lesson: lesson.title })}</a>
      </Badge>
    );
  return holiday === null ? <Badge kind="ok">{t("free")}</Badge> : <Badge kind="warn">{t("whenTicked")}</Badge>;
}
