import { week } from "../bare/questions";
import { measurePage } from "../page";
import type { Operation } from "../result";
import { owner } from "../statements";

const weekOfDemo = ["2018-08-20", "2018-08-26"];
const today = "2018-08-22";

/**
 * The timetable as it opens: eleven classrooms down and half-days across for a wide page, the list of today for a phone. Beside it the
 * month, whose weeks are the rows.
 */
export const schedule: Operation = async () => {
  const { rows } = await owner.query<{ title: string; day: string }>(week, weekOfDemo);
  const shared = { as: "yangjin", floor: "/floor/schedule", kind: "board" } as const;
  return [
    await measurePage({
      ...shared,
      operation: "week table",
      path: "/schedule",
      rows: { portal: 11 + rows.filter(({ day }) => day === today).length, floor: rows.length },
      words: rows.map(({ title }) => title),
    }),
    await measurePage({
      ...shared,
      operation: "month",
      path: "/schedule?by=month",
      rows: { portal: 5, floor: rows.length },
      words: [],
    }),
  ];
};
