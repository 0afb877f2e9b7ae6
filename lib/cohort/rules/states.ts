/** The states of a cohort and where each may go; the database holds the same arrows (I15). */
export const cohortArrows = {
  DRAFT: ["SUBMITTED", "CANCELLED"],
  SUBMITTED: ["APPROVED", "RETURNED", "REJECTED", "CANCELLED"],
  RETURNED: ["SUBMITTED", "CANCELLED"],
  APPROVED: ["IN_PROGRESS", "CANCELLED"],
  IN_PROGRESS: ["EXAM"],
  EXAM: ["CLOSED", "IN_PROGRESS"],
  CLOSED: ["EXAM"],
  REJECTED: [],
  CANCELLED: [],
} as const;

export type CohortState = keyof typeof cohortArrows;

/** I15: whether a cohort may go from one state straight to another. */
export function mayCohortBecome(from: CohortState, to: CohortState): boolean {
  return (cohortArrows[from] as readonly CohortState[]).includes(to);
}

/** The opening application needs its roster: until the cohort is approved people apply, and are confirmed afterwards. */
export const preparing = ["DRAFT", "RETURNED", "SUBMITTED"] as const satisfies CohortState[];
/** R21: what has begun counts what was held; the law `cohort_share` says the same. */
export const begun = ["IN_PROGRESS", "EXAM", "CLOSED"] as const satisfies CohortState[];

/** Lessons are held or the exam is on. */
export const underWay = ["IN_PROGRESS", "EXAM"] as const satisfies CohortState[];

const among =
  (...states: CohortState[]) =>
  (state: CohortState): boolean =>
    states.includes(state);

export const isPreparing = among(...preparing);
/** R34: takes people, the late ones with approval. */
export const isOpen = among("APPROVED", "IN_PROGRESS");
export const isUnderWay = among(...underWay);

/** What of a cohort may still be edited: all before it is submitted, course and seats no more once approved, the start no more once begun. */
export function editableOf(state: CohortState): { courseAndSeats: boolean; start: boolean } | null {
  if (state === "DRAFT" || state === "RETURNED") return { courseAndSeats: true, start: true };
  if (state === "APPROVED") return { courseAndSeats: false, start: true };
  return state === "IN_PROGRESS" ? { courseAndSeats: false, start: false } : null;
}

/** A no that the state alone makes certain: the command refuses with it, and the page says it in the place of its form. */
export type StateNo = { refusal: "WRONG_STATE"; figures: Record<string, string | number> };
type InState = { number: string; state: CohortState };

export const noEditing = ({ number, state }: InState): StateNo | undefined =>
  editableOf(state) ? undefined : { refusal: "WRONG_STATE", figures: { case: "EDIT_OVER", number, state } };
