import "server-only";
import type { Tx } from "@/lib/database/db";
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
  /** The days that were ticked one by one in a list that names them as holidays. */
  ticked?: readonly Day[];
};

/** U18: nothing stays booked on a holiday that nobody has seen to be one; asked last, when nothing else is in the way. */
export function refuseUnseen(holidays: readonly NamedDay[], { accepted, ticked = [] }: Seen): void {
  const unseen = holidays.filter(({ day }) => !ticked.includes(day));
  if (unseen.length === 0 || accepted.includes("HOLIDAY")) return;
  throw new Refusal("INPUT_WRONG", {
    ...{ field: "accepted", case: "WARNINGS", count: 1, warnings: ["HOLIDAY"] },
    HOLIDAY: unseen.map(({ day, name }) => `${day} ${name}`),
  });
}

/** What the audit keeps of a lesson on a holiday: that somebody has ticked it. */
export const tickedOn = (holidays: readonly NamedDay[], day: Day): { accepted?: string } =>
  holidays.some((holiday) => holiday.day === day) ? { accepted: "HOLIDAY" } : {};
