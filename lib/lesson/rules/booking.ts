import type { CohortState } from "@/prisma/generated/enums";

/** Nothing is booked, moved or copied any more for a cohort that is over or was never held. */
export const overStates: readonly CohortState[] = ["CLOSED", "CANCELLED", "REJECTED"];

/** Why no lesson is booked for a cohort: the commands refuse with it, and a page says it in the place of its form. */
export const noBooking = ({ number, state }: { number: string; state: CohortState }) =>
  overStates.includes(state)
    ? { refusal: "WRONG_STATE" as const, figures: { case: "BOOK_OVER", number, state } }
    : undefined;
