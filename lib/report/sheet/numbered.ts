import "server-only";

/** 序号 from 1, in the order in which they come, before the other cells of each; some at a time, as they come. */
export async function* numbered<One, Cells extends object>(
  batches: AsyncIterable<readonly One[]>,
  cellsOf: (one: One) => Cells,
) {
  let number = 0;
  for await (const some of batches) yield some.map((one) => ({ number: ++number, ...cellsOf(one) }));
}
