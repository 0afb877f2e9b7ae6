/** How often a test plays: few rounds within `npm test`, many within `npm run test:long`, as said in TEST_ROUNDS where one looks closer. */
export function rounds(few: number, many: number): number {
  const { TEST_ROUNDS, TEST_LONG } = process.env;
  return TEST_ROUNDS ? Number(TEST_ROUNDS) : TEST_LONG ? many : few;
}

/** Printed by each test that draws, so that a failure can be played again. */
export const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));
