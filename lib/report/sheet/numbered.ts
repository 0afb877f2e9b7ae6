import "server-only";

/** 序号 from 1, in the order in which they come, before the other cells of each. */
export async function* numbered<One, Cells extends object>(list: AsyncIterable<One>, cellsOf: (one: One) => Cells) {
  let number = 0;
  for await (const one of list) yield { number: ++number, ...cellsOf(one) };
}
