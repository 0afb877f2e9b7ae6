// Which Node runs what we start: build, server, tests and operations want a line that is still maintained, whatever started us.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { isTooOld, least } from "./node-version.mjs";
import { Obstacle } from "./obstacle.mjs";
import { root } from "./root.mjs";

/** @typedef {{ path: string, version: string, modules: string }} Runtime Where it lies, "24.22.3", and the ABI it takes. */

/** The line of Node.js that everything is tried on; package.json and the Dockerfile pin a release of it. */
export const line = 24;

/** @type {Runtime} */
const own = { path: process.execPath, version: process.versions.node, modules: process.versions.modules };
/** Carried by npm as the embedded PostgreSQL is; asked for by its place, never by PATH. */
const packed = path.join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin/node");
/** @type {Runtime | undefined} */
let chosen;

/** The Node of our children. Asked for when the packages are installed, since one of them may be the answer. */
export function runtime() {
  chosen ??= chooseRuntime({ named: process.env.PORTAL_NODE, own, packed });
  return chosen;
}

/**
 * What PORTAL_NODE names, else our own if it is of the line, else the packed one; where that does not run, our own, and it is said.
 * @param {{ named: string | undefined, own: Runtime, packed: string }} wish
 * @returns {Runtime}
 */
export function chooseRuntime({ named, own, packed }) {
  if (named) return namedRuntime(named);
  if (isOfLine(own)) return own;
  const found = ask(packed);
  if (found) return found;

  console.error(
    `No package of Node.js ${line} runs on ${process.platform}-${process.arch}: Node.js ${own.version}, which started this, is used;` +
      ` better is an own Node.js ${line} · 本系统没有可用的 Node.js ${line} 包，改用启动时的 Node.js ${own.version}`,
  );
  return own;
}

/**
 * The Node of PORTAL_NODE, by its own word; anything else is refused.
 * @param {string} named
 */
export function namedRuntime(named) {
  const found = named === own.path ? own : ask(named);
  if (found && !isTooOld(found.version)) return found;

  const what = found ? `Node.js ${found.version}` : "no Node.js that runs here";
  throw new Obstacle(
    `PORTAL_NODE names ${named}, which is ${what}: give the path of a Node.js ${least} or newer, or leave it unset` +
      ` · PORTAL_NODE 应为 Node.js ${least} 或更新版本的路径`,
  );
}

/** @param {Runtime} runtime */
const isOfLine = ({ version }) => Number.parseInt(version, 10) === line;

/**
 * Asked and not read from a name: a path may be a shim, and a package may be made for another C library.
 * @param {string} program
 * @returns {Runtime | undefined}
 */
function ask(program) {
  const answer =
    "JSON.stringify({ path: process.execPath, version: process.versions.node, modules: process.versions.modules })";
  const { status, stdout } = spawnSync(program, ["-p", answer], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (status !== 0) return undefined;
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}
