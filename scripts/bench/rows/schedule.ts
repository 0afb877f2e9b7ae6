import { week } from "../bare/questions";
import { measurePage } from "../page";
import type { Operation } from "../result";
import { owner } from "../statements";

/** The week as a table: eleven classrooms down, half-days across. */
export const schedule: Operation = async () => {
  const { rows } = await owner.query<{ title: string }>(week, ["2018-08-20", "2018-08-26"]);
  return [
    await measurePage({
      operation: "week table",
      as: "yangjin",
      path: "/schedule",
      floor: "/floor/schedule",
      rows: { portal: 11, floor: rows.length },
      words: rows.map(({ title }) => title),
      kind: "board",
    }),
  ];
};
