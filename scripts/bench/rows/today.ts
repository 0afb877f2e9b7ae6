import { open, taught } from "../bare/questions";
import { measurePage } from "../page";
import type { Operation } from "../result";
import { owner } from "../statements";

/** The base's page: the year, the cohorts under way, the lessons of the day. */
export const today: Operation = async () => {
  const { rows: cohorts } = await owner.query<{ title: string; state: string }>(open);
  const { rows: lessons } = await owner.query(taught);
  const below = cohorts.length + lessons.length;
  return [
    await measurePage({
      operation: "base dashboard",
      as: "danzeng",
      path: "/today",
      floor: "/floor/today",
      bare: "/today",
      // The floor says the year in a table, the bare page in a sentence.
      rows: { portal: 9, floor: below + 1, bare: below },
      words: cohorts.filter(({ state }) => state === "IN_PROGRESS").map(({ title }) => title),
      kind: "board",
    }),
  ];
};
