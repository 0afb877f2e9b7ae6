import fs from "node:fs";
import { npm } from "../process/children.mjs";
import { namedRuntime } from "../process/runtime.mjs";

/** @typedef {{ version: string, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string[] }} Package */

/** Installs the locked packages when one is missing or of another version; npm's own list says what is there. */
export async function installDependencies() {
  // A wrong one is refused before the long work.
  if (process.env.PORTAL_NODE) namedRuntime(process.env.PORTAL_NODE);

  const wereInstalled = areInstalled();
  // Whatever NODE_ENV says: the build needs the development packages, database and Node are optional ones.
  if (!wereInstalled) await npm(["ci", "--include=dev", "--include=optional"]);
  unlinkNode();
  return wereInstalled ? "up to date" : "installed";
}

/** npm links the packed Node as `node`, which in npm's scripts would stand before the own one, even where it cannot run. */
function unlinkNode() {
  try {
    fs.rmSync("node_modules/.bin/node", { force: true });
  } catch {
    // The packages are another account's: there the link does no harm.
  }
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
  return !libc && [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
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
