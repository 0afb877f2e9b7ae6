import { type Clock, clock } from "@/lib/value/clock";

export type Half = "am" | "pm";

/** A half-day of teaching has 4 课时 (R40); other times are typed. */
export const presets: Record<Half, { startsAt: Clock; endsAt: Clock }> = {
  am: { startsAt: clock("09:00"), endsAt: clock("12:00") },
  pm: { startsAt: clock("14:30"), endsAt: clock("17:30") },
};

/** R40: in 课时. */
export const periodsOfHalf = 4;

export const halves = ["am", "pm"] as const;

/** A lesson stands in the half-day it begins in; the evening belongs to the afternoon. */
export const halfOf = (startsAt: string): Half => (startsAt < "12:00" ? "am" : "pm");

/** True when a lesson has the times of its half-day, which then need not be said. */
export function isPreset({ startsAt, endsAt }: { startsAt: string; endsAt: string }): boolean {
  const preset = presets[halfOf(startsAt)];
  return preset.startsAt === startsAt && preset.endsAt === endsAt;
}
