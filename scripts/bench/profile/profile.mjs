import fs from "node:fs";
import path from "node:path";
import { end } from "../../process/children.mjs";
import { hottest } from "./hottest.mjs";
import { fileOf, functionOf } from "./places.mjs";

/** @import { ChildProcess } from "node:child_process" */

/** Microseconds of the machine's own clock. */
export const now = () => Number(process.hrtime.bigint() / 1_000n);

/**
 * What a server has to be started with, so that it tells in the end where it was at work.
 * @param {string} folder
 */
export function profiling(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  return ["--cpu-prof", `--cpu-prof-dir=${folder}`];
}

/**
 * Ends the server, which writes its profile only then, and prints the ten hottest files and functions of the time since `from`.
 * @param {ChildProcess} server
 * @param {string} folder
 * @param {number} from
 */
export async function printHottest(server, folder, from) {
  const to = now();
  await end(server);
  const [name] = fs.readdirSync(folder);
  if (!name) throw new Error(`${folder} holds no profile`);
  const file = path.join(folder, name);
  const profile = JSON.parse(fs.readFileSync(file, "utf8"));
  for (const [title, placeOf] of /** @type {const} */ ([
    ["file", fileOf],
    ["function", functionOf],
  ])) {
    console.log(`\n| share of the server's work | ${title} |\n|---|---|`);
    for (const { place, share } of hottest(profile, { from, to }, placeOf))
      console.log(`| ${(share * 100).toFixed(1)} % | ${place} |`);
  }
  console.log(`\nThe whole profile, for a browser's developer tools: ${file}`);
}
