import { isClosing } from "./closing.mjs";

/** Does one step of a start and prints it with its seconds; the work may return a detail to print. */
export async function step(name, work) {
  if (isClosing()) throw new Error("closing");

  const begun = performance.now();
  const detail = await work();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${seconds.padStart(6)} s  ${name}${typeof detail === "string" ? `: ${detail}` : ""}`);
  return detail;
}
