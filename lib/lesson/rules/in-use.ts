import type { Clock } from "@/lib/value/clock";

type Taught = { startsAt: string; endsAt: string; classroom: { number: number } | null };

/** The figure 正在使用的教室: in how many of the classrooms one of the day's lessons goes on at a time. */
export function classroomsInUse(lessons: readonly Taught[], at: Clock): number {
  const going = lessons.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
  return new Set(going.flatMap(({ classroom }) => classroom?.number ?? [])).size;
}
