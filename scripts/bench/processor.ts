import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

/** Milliseconds of processor a server has used so far. */
export function processorOf(pid: number): number {
  const { own } = usage(pid);
  return own;
}

/** The same of PostgreSQL: the postmaster, its living children, and those that have ended. */
export function processorOfDatabase(postmaster: number): number {
  const { own, ended } = usage(postmaster);
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => usageOrNothing(Number(name)))
    .filter(({ parent }) => parent === postmaster);
  return own + ended + children.reduce((sum, child) => sum + child.own, 0);
}

/** The most memory the server held since `forgetPeak`, in MB. */
export const peakOf = (pid: number): number => memoryOf(pid, "VmHWM");

export const memoryNow = (pid: number): number => memoryOf(pid, "VmRSS");

export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

function memoryOf(pid: number, field: "VmHWM" | "VmRSS"): number {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1] ?? 0) / 1024;
}

function usage(pid: number) {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const field = (n: number) => Number(fields[n]);
  return { parent: field(1), own: (field(11) + field(12)) * tick, ended: (field(13) + field(14)) * tick };
}

function usageOrNothing(pid: number) {
  try {
    return [usage(pid)];
  } catch {
    return [];
  }
}
