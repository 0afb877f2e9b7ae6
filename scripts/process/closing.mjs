import { sentenceOf } from "./obstacle.mjs";

/** @import { Ending } from "./children.mjs" */

/** @type {(() => unknown)[]} */
const closers = [];
/** @type {Promise<void> | undefined} */
let ending;

/**
 * Registers what has to be undone before this process may end; the last registered goes first.
 * @param {() => unknown} undo
 */
export function onClose(undo) {
  closers.push(undo);
}

export const isClosing = () => ending !== undefined;

/**
 * Ends children and databases first, then the process: an early exit would leave them behind.
 * @param {Ending} code
 */
export function close(code) {
  ending ??= closeAll(code);
  return ending;
}

/**
 * Runs a script's story, and turns a signal or a failure at any point of it into an orderly end.
 * @param {() => Promise<Ending | undefined>} story
 */
export async function main(story, { stay = false, interrupted = 0 } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => close(interrupted));
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  followShell(interrupted);

  try {
    const code = await story();
    if (!stay) await close(code ?? 0);
  } catch (error) {
    if (!isClosing()) console.error(sentenceOf(error));
    await close(1);
  }
}

/**
 * npm gives a signal to its shell only, and the shell ends without a word to us.
 * @param {number} interrupted
 */
function followShell(interrupted) {
  const shell = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== shell && close(interrupted), 300).unref();
}

/** @param {Ending} code */
async function closeAll(code) {
  for (const undo of closers.reverse()) {
    try {
      await undo();
    } catch (error) {
      console.error(sentenceOf(error));
    }
  }
  process.exit(code);
}
