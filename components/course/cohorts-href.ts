/** U04: the runs of a course, for whoever may see cohorts; the others read the number only. */
export const cohortsHref = (courseId: string, seesCohorts: boolean): string | undefined =>
  seesCohorts ? `/cohorts?course=${courseId}` : undefined;
