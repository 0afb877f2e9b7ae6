import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Day } from "@/lib/value/calendar";
import { listExceptionsAmong } from "@/lib/working-day/queries";
import type { NamedDay } from "@/lib/working-day/rules";

/** U18: what a day is that is not what its weekday says, in words: 国庆节放假, or worked to make up for it. */
export function DayMark({ day, among }: { day: Day; among: readonly NamedDay[] }) {
  const t = useTranslations("workingDay.mark");
  const one = among.find((known) => known.day === day);
  if (!one) return null;

  return <Badge kind={one.kind === "WORK" ? "run" : "open"}>{t(one.kind, { name: one.name })}</Badge>;
}

/** The same for the days of a list, asked once for all of its rows. */
export async function dayMarks(days: readonly Day[]) {
  const among = await listExceptionsAmong(days);
  return (day: Day) => <DayMark day={day} among={among} />;
}
