import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Obstacle } from "@/lib/lesson/queries/alternatives";

export const isFree = ({ outside, closed, lesson }: Obstacle): boolean =>
  !outside && closed === null && lesson === null;

/** What is in the way of a lesson that is not booked yet, or that nothing is. */
export function ObstacleBadge({ obstacle }: { obstacle: Obstacle }) {
  const t = useTranslations("lesson.repeat");
  const { outside, closed, lesson } = obstacle;
  if (outside) return <Badge kind="bad">{t("outsideDates")}</Badge>;
  if (closed !== null) return <Badge kind="bad">{t("closed", { reason: closed })}</Badge>;
  if (!lesson) return <Badge kind="ok">{t("free")}</Badge>;

  const { id, cohorts, title, startsAt, endsAt } = lesson;
  return (
    <Badge kind="bad">
      <a href={`/schedule/lessons/${id}`}>{t("taken", { cohorts, lesson: title, startsAt, endsAt })}</a>
    </Badge>
  );
}
