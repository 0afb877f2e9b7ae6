import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { failureOf } from "./obstacle.mjs";

/** @typedef {{ pid: number, mark?: string | null }} Identity The mark is null where the system tells no beginning. */

/**
 * A process by number and by the moment it began: a number alone is given again after a restart.
 * @type {(pid: number) => Identity}
 */
export const identityOf = (pid) => ({ pid, mark: markOf(pid) });

export const ourselves = identityOf(process.pid);

/** @param {Identity} identity */
export function isAlive({ pid, mark }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (failureOf(error).code !== "EPERM") return false;
  }
  return mark === null || markOf(pid) === mark;
}

/** @param {number} pid */
function markOf(pid) {
  try {
    if (process.platform === "linux") {
      const boot = fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      const state = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = state.slice(state.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? undefined : `${boot}:${fields[19]}`;
    }
    if (process.platform === "win32") return null;
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}
