import { findRolled } from "../fill/rolled-lesson";
import { measurePage } from "../page";
import type { Operation } from "../result";
import { owner } from "../statements";

/** The roll of one lesson of the demo at a desk, and the sheet of all lessons of its cohort, which is read lesson by person. */
export const roll: Operation = async () => {
  const { lesson, cohort, names, untaken } = await findRolled(owner);
  const shared = { as: "yangjin", floor: `/floor/roster?cohort=${cohort}`, words: names, kind: "list" } as const;
  return [
    await measurePage({
      ...shared,
      operation: `roll of ${names.length}`,
      path: `/schedule/lessons/${lesson}/roll`,
      rows: { portal: 0, floor: names.length },
    }),
    await measurePage({
      ...shared,
      operation: `sheet of ${names.length}`,
      path: `/cohorts/${cohort}/attendance`,
      rows: { portal: names.length + untaken, floor: names.length },
    }),
  ];
};
