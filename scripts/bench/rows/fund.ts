import { monthly, sums } from "../bare/questions";
import { measurePage } from "../page";
import type { Operation } from "../result";
import { owner } from "../statements";

const year = ["2018-01-01", "2018-08-22"];

/** The fund's page: its tables by category, by place of work and by month, of the demo's projects. */
export const fund: Operation = async () => {
  const projects = await owner.query(sums, year);
  const months = await owner.query(monthly, year);
  return [
    await measurePage({
      operation: "fund dashboard",
      as: "danzeng",
      path: "/fund",
      floor: "/floor/fund",
      bare: "/fund",
      rows: { portal: 31, floor: projects.rows.length + months.rows.length },
      words: ["2018 年援藏资金"],
      kind: "board",
    }),
  ];
};
