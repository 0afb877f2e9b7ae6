import { isClosing } from "./closing.mjs";

/**
 * Does one step of a start and prints it with its seconds; the work may return a detail to print, alone or as a part.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 */
export async function step(name, work) {
  if (isClosing()) throw new Error("closing");

  const begun = performance.now();
  const outcome = await work();
  const detail = detailOf(outcome);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${seconds.padStart(6)} s  ${name}${typeof detail === "string" ? `: ${detail}` : ""}`);
  return outcome;
}

/** @param {unknown} outcome */
const detailOf = (outcome) =>
  typeof outcome === "object" && outcome !== null && "detail" in outcome ? outcome.detail : outcome;
