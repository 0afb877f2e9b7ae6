import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { runtime } from "../process/runtime.mjs";

/**
 * One short text that changes with the content of the files and folders, and with the Node that builds from them.
 * @param {string[]} paths
 */
export function fingerprint(paths) {
  const hash = createHash("sha256").update([runtime().modules, process.platform, process.arch].join());
  for (const file of paths.flatMap(filesIn)) hash.update(`\0${file}\0`).update(fs.readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** @type {(file: string) => string[]} */
function filesIn(file) {
  if (!fs.existsSync(file)) return [];
  if (!fs.statSync(file).isDirectory()) return [file];
  return fs
    .readdirSync(file)
    .sort()
    .flatMap((name) => filesIn(path.join(file, name)));
}
