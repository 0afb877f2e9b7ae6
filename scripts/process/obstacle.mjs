/** Something in the environment is wrong: one line that names it and the way out, without a stack. */
export class Obstacle extends Error {}

const notOurs = new Set(["EACCES", "EPERM", "EROFS"]);

/** What the person at the terminal reads about a failure. */
export function sentenceOf(error) {
  if (error instanceof Obstacle) return error.message;
  if (notOurs.has(error?.code) && error.path) {
    return `${error.path} cannot be written (${error.code}): run as the owner of this checkout, or give it to this account · 无写入权限`;
  }
  if (error?.code === "ENOSPC") return "The disk is full: free some space and start again · 磁盘已满";
  if (error?.code === "ERR_MODULE_NOT_FOUND" && error.message.includes("package")) {
    return "The packages are not installed: npm start installs them · 依赖尚未安装";
  }
  return error?.stack ?? String(error);
}
