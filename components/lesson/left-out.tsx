import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { Obstacle } from "@/lib/lesson/queries/alternatives";
import { runsOf } from "@/lib/lesson/rules/runs";
import { weekday } from "@/lib/value/calendar";

/** U18: the days a repetition or a copy leaves out by itself, each with its reason; the ticks below take them in. */
export function LeftOut({ obstacles }: { obstacles: Obstacle[] }) {
  const t = useTranslations("lesson");
  const days = obstacles.flatMap((obstacle) => {
    const reason = reasonOf(obstacle);
    return reason ? [{ day: obstacle.day, reason }] : [];
  });
  if (days.length === 0) return null;

  return (
    <Banner kind="info" lead={t("leftOut.lead", { count: new Set(days.map(({ day }) => day)).size })}>
      <ul>
        {runsOf(days).map(({ from, to, reason }) => (
          <li key={`${from} ${reason}`}>
            {from === to
              ? t("leftOut.day", { day: from, weekday: t(`weekday.${String(weekday(from)) as "1"}`), reason })
              : t("leftOut.days", { from, to, reason })}
          </li>
        ))}
      </ul>
      <p>{t("leftOut.text")}</p>
    </Banner>
  );

  function reasonOf({ closed, onLeave, holiday }: Obstacle): string | undefined {
    if (holiday !== null) return t("repeat.holiday", { name: holiday });
    if (closed !== null) return t("repeat.closed", { reason: closed });
    return onLeave ? t("repeat.onLeave") : undefined;
  }
}
