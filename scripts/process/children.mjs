import { spawn } from "node:child_process";
import { onClose } from "./closing.mjs";
import { Obstacle } from "./obstacle.mjs";
import { runtime } from "./runtime.mjs";

/** @import { ChildProcess, SpawnOptions } from "node:child_process" */

/** @typedef {Record<string, string | undefined>} Environment */
/** @typedef {number | NodeJS.Signals | null} Ending Its exit code, or the signal that ended it. */

/**
 * Starts a program of Node's that ends with us, under the chosen Node; what it starts in turn keeps to that one.
 * @param {string[]} args
 * @param {Omit<SpawnOptions, "env"> & { env?: Environment }} options
 */
export function start(args, { env = {}, stdio = "inherit", ...options } = {}) {
  const { path } = runtime();
  return follow(spawn(path, args, { stdio, env: { ...process.env, ...env, PORTAL_NODE: path }, ...options }));
}

/**
 * Runs a program of Node's to its end: its exit code, and its output where that is caught.
 * @param {string[]} args
 * @param {{ env?: Environment, catchOutput?: boolean }} options
 */
export async function run(args, { env, catchOutput = false } = {}) {
  const child = start(args, { env, stdio: ["ignore", catchOutput ? "pipe" : "inherit", "inherit"] });
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const code = await ended(child);
  return { code, output };
}

/**
 * Runs npm under the Node that started us, since it may bring the chosen one; inside an npm script the same npm.
 * @param {string[]} args
 */
export async function npm(args) {
  const own = process.env.npm_execpath;
  const [program, first] = own?.endsWith(".js") ? [process.execPath, [own]] : ["npm", []];
  const shell = program === "npm" && process.platform === "win32";
  const code = await ended(
    follow(spawn(program, [...first, ...args], { stdio: ["ignore", "inherit", "inherit"], shell })),
  );
  if (code !== 0) {
    throw new Obstacle(
      `npm ${args[0]} failed (${code}), its own words stand above: is the npm registry reachable? · 依赖安装失败`,
    );
  }
}

/**
 * Asks a child to end, and insists after the time that running requests may take.
 * @param {ChildProcess} child
 */
export async function end(child, patience = 30_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const insist = setTimeout(() => child.kill("SIGKILL"), patience);
  child.kill("SIGTERM");
  await ended(child);
  clearTimeout(insist);
}

/** @param {ChildProcess} child */
function follow(child) {
  onClose(() => end(child));
  return child;
}

/** @type {(child: ChildProcess) => Promise<Ending>} */
const ended = (child) =>
  new Promise((resolve, reject) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode ?? child.signalCode);
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
