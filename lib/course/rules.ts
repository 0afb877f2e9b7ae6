/** A course is drawn up, open for cohorts, or archived; what is open again has been looked at again. */
export const courseArrows = {
  DRAFT: ["OPEN", "ARCHIVED"],
  OPEN: ["ARCHIVED"],
  ARCHIVED: ["OPEN"],
} as const;

export type CourseState = keyof typeof courseArrows;

export function mayCourseBecome(from: CourseState, to: CourseState): boolean {
  return (courseArrows[from] as readonly CourseState[]).includes(to);
}
