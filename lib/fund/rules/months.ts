import { mayApprove, mayPropose } from "@/lib/auth/permissions";
import type { Day, Month } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";
import { lastDay } from "@/lib/value/period";
import type { MonthState, Role } from "@/prisma/generated/enums";

/** R76: the last day of a month that counts: its end, or the day of the question. */
export function endOf(month: Month, asOf: Day): Day {
  const last = lastDay(month);
  return last < asOf ? last : asOf;
}

/** The month in which the sum passed the standard. */
export const passedIn = <Row extends { running: Fen }>(
  months: readonly Row[],
  standard: Fen | null,
): Row | undefined => (standard === null ? undefined : months.find(({ running }) => running > standard));

type Reported = { month: Month; state: MonthState; submittedById: string | null };

/** R76, R111: a month that is over is reported by the proposer, and locked by another person, the approver. */
export function stepOfMonth(
  { id, role, today }: { id: string; role: Role; today: Day },
  { month, state, submittedById }: Reported,
) {
  if (state === "OPEN" && today > lastDay(month) && mayPropose(role, "month:submit")) return "submit";
  if (state === "SUBMITTED" && mayApprove(role, "month:lock") && submittedById !== id) return "lock";
}
