/** @type {(milliseconds: number) => Promise<void>} */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks again and again until the answer is truthy or the time is over; the last answer comes back.
 * @template T
 * @param {() => T | Promise<T>} answer
 * @param {number} milliseconds
 */
export async function until(answer, milliseconds, every = 25) {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = await answer();
    if (found || performance.now() > end) return found;
    await pause(every);
  }
}
