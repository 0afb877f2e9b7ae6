import fs from "node:fs";
import { npm } from "../process/children.mjs";

/** @typedef {{ version: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Package */

/** Installs the locked packages when one is missing or of another version; npm's own list says what is there. */
export async function installDependencies() {
  if (areInstalled()) return "up to date";

  // Whatever NODE_ENV says: the build needs the development packages, the database is an optional one.
  await npm(["ci", "--include=dev", "--include=optional"]);
  return "installed";
}

function areInstalled() {
  const there = installedPackages();
  if (!there) return false;
  return Object.entries(packagesOf("package-lock.json"))
    .filter(([folder, wanted]) => folder && isNeeded(wanted))
    .every(([folder, wanted]) => there[folder]?.version === wanted.version && fs.existsSync(folder));
}

/**
 * An optional package counts only when it is plainly meant for this machine: the C library is npm's to judge.
 * @param {Package} wanted
 */
function isNeeded({ optional, os, cpu, libc }) {
  if (!optional) return true;
  return !libc && Boolean(os?.includes(process.platform)) && Boolean(cpu?.includes(process.arch));
}

function installedPackages() {
  try {
    return packagesOf("node_modules/.package-lock.json");
  } catch {
    return undefined;
  }
}

/** @type {(file: string) => Record<string, Package>} */
const packagesOf = (file) => JSON.parse(fs.readFileSync(file, "utf8")).packages;
