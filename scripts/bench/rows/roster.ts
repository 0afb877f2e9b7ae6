import { findRosterCohort } from "../fill/roster-cohort";
import { measurePage } from "../page";
import type { Operation } from "../result";
import { owner } from "../statements";

/** The roster of thirty people with everything around it. */
export const roster: Operation = async () => {
  const id = await findRosterCohort(owner);
  return [
    await measurePage({
      operation: "roster of 30",
      as: "yangjin",
      path: `/cohorts/${id}/roster`,
      floor: `/floor/roster?cohort=${id}`,
      bare: `/roster?cohort=${id}`,
      rows: { portal: 30, floor: 30 },
      words: [],
      kind: "list",
    }),
  ];
};
