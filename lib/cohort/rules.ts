/** The states of a cohort and where each may go; the database holds the same arrows (I15). */
export const cohortArrows = {
  DRAFT: ["SUBMITTED", "CANCELLED"],
  SUBMITTED: ["APPROVED", "RETURNED", "REJECTED", "CANCELLED"],
  RETURNED: ["SUBMITTED", "CANCELLED"],
  APPROVED: ["IN_PROGRESS", "CANCELLED"],
  IN_PROGRESS: ["EXAM"],
  EXAM: ["CLOSED"],
  CLOSED: [],
  REJECTED: [],
  CANCELLED: [],
} as const;

export type CohortState = keyof typeof cohortArrows;

/** I15: whether a cohort may go from one state straight to another. */
export function mayCohortBecome(from: CohortState, to: CohortState): boolean {
  return (cohortArrows[from] as readonly CohortState[]).includes(to);
}

/** R29: as many seats as the type of training allows and the smallest classroom holds. */
export function seatLimit(typeLimit: number, classroomSeats: readonly number[]): number {
  return Math.min(typeLimit, ...classroomSeats);
}

/** R30: worth a warning at opening. */
export function isTooSmall(confirmed: number, minimum: number): boolean {
  return confirmed < minimum;
}

/** R41: class periods of one cohort on one day; more than 8 is a warning, more than 10 is refused. */
export function dayLoad(periods: number, warnAbove: number, refuseAbove: number): "open" | "warning" | "refused" {
  if (periods > refuseAbove) return "refused";
  return periods > warnAbove ? "warning" : "open";
}

/** R42: a course is not opened with fewer class periods than it needs. */
export function lacksPeriods(planned: number, minimum: number): boolean {
  return planned < minimum;
}

/** R43: the part that falls below its share (40 percent) of all class periods, if one does. */
export function shortPart(theory: number, practice: number, percent: number): "theory" | "practice" | undefined {
  const least = (theory + practice) * percent;
  if (theory * 100 < least) return "theory";
  return practice * 100 < least ? "practice" : undefined;
}

/** The number of a cohort within its year, `2018-001`; those held off the base (R27) count apart, `2018-W01`. */
export function cohortNumber(year: number, number: number, atBase: boolean): string {
  return `${year}-${atBase ? String(number).padStart(3, "0") : `W${String(number).padStart(2, "0")}`}`;
}

/** The official title, from a pattern of the wording with {year}, {number} and {courses}. */
export function officialTitle(pattern: string, title: { year: number; number: number; courses: string }): string {
  return pattern.replace(/\{(year|number|courses)\}/g, (_, name: keyof typeof title) => String(title[name]));
}
