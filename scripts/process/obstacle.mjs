/** Something in the environment is wrong: one line that names it and the way out, without a stack. */
export class Obstacle extends Error {}

const notOurs = new Set(["EACCES", "EPERM", "EROFS"]);

/**
 * @typedef {object} Told What Node and PostgreSQL add to an error of theirs.
 * @property {string} [code]
 * @property {string} [path]
 * @property {string} [position]
 * @property {string} [where]
 * @property {Error[]} [errors]
 */

/**
 * What was caught, as Node and PostgreSQL throw it.
 * @type {(caught: unknown) => Error & Told}
 */
export const failureOf = (caught) => /** @type {Error & Told} */ (caught);

/**
 * What the person at the terminal reads about a failure.
 * @param {unknown} caught
 */
export function sentenceOf(caught) {
  if (caught instanceof Obstacle) return caught.message;
  const error = failureOf(caught);
  if (error?.code && notOurs.has(error.code) && error.path) {
    return `${error.path} cannot be written (${error.code}): run as the owner of this checkout, or give it to this account · 无写入权限`;
  }
  if (error?.code === "ENOSPC") return "The disk is full: free some space and start again · 磁盘已满";
  if (error?.code === "ERR_MODULE_NOT_FOUND" && error.message.includes("package")) {
    return "The packages are not installed: npm start installs them · 依赖尚未安装";
  }
  return error?.stack ?? String(error);
}
