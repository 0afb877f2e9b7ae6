import "server-only";
import type { Tx } from "@/lib/database/db";
import type { RoomLack } from "@/lib/lesson/queries/fitting";
import { Refusal } from "@/lib/refusal/refusal";
import type { Day } from "@/lib/value/calendar";
import { listExceptionsAmong } from "@/lib/working-day/queries";
import type { NamedDay } from "@/lib/working-day/rules";

/** U18: which of the days are holidays. */
export async function listHolidays(tx: Tx, days: readonly Day[]): Promise<NamedDay[]> {
  return (await listExceptionsAmong(days, tx)).filter(({ kind }) => kind === "HOLIDAY");
}

type Seen = {
  /** The warnings that were shown and ticked. */
  accepted: readonly string[];
  /** The classrooms that lack what the practice in them needs. */
  lacks?: readonly RoomLack[];
  /** The days that were ticked one by one in a list that names them as holidays. */
  ticked?: readonly Day[];
};

/**
 * U18: nothing stays booked on a holiday, or in a classroom that lacks what is needed, that nobody has seen to be so; asked last, when
 * nothing else is in the way, and together: a tick that was given stands beside the one that is still asked for.
 */
export function refuseUnseen(holidays: readonly NamedDay[], { accepted, lacks = [], ticked = [] }: Seen): void {
  const unseen = holidays.filter(({ day }) => !ticked.includes(day));
  const lists = {
    ...(unseen.length > 0 && { HOLIDAY: unseen.map(({ day, name }) => `${day} ${name}`) }),
    ...(lacks.length > 0 && { ROOM_LACKS: lacks }),
  };
  const warnings = Object.keys(lists);
  if (warnings.every((name) => accepted.includes(name))) return;
  throw new Refusal("INPUT_WRONG", {
    ...{ field: "accepted", case: "WARNINGS", count: warnings.length, warnings },
    ...lists,
  });
}

/** What the audit keeps of a lesson on a holiday, or in a classroom that lacks something: that somebody has ticked it. */
export function tickedOn(
  holidays: readonly NamedDay[],
  day: Day,
  lacks: readonly RoomLack[] = [],
): { accepted?: string } {
  const names = [holidays.some((holiday) => holiday.day === day) && "HOLIDAY", lacks.length > 0 && "ROOM_LACKS"].filter(
    Boolean,
  );
  return names.length > 0 ? { accepted: names.join(" ") } : {};
}
