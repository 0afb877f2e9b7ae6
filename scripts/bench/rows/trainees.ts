import { measurePage } from "../page";
import type { Operation } from "../result";
import { owner } from "../statements";

/** The first page of the register. */
export const trainees: Operation = async () => {
  const { rows } = await owner.query<{ name: string }>("SELECT name FROM trainees ORDER BY sort_name, id LIMIT 50");
  return [
    await measurePage({
      operation: "trainee list of 50",
      as: "yangjin",
      path: "/trainees",
      floor: "/floor/trainees",
      rows: { portal: 50, floor: 50 },
      words: rows.map(({ name }) => name),
      kind: "list",
    }),
  ];
};
