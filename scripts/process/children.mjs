import { spawn } from "node:child_process";
import { onClose } from "./closing.mjs";
import { Obstacle } from "./obstacle.mjs";

/** Starts a program of Node's that ends with us. */
export function start(args, { env = {}, stdio = "inherit", ...options } = {}) {
  return follow(spawn(process.execPath, args, { stdio, env: { ...process.env, ...env }, ...options }));
}

/** Runs a program of Node's to its end: its exit code, and its output where that is caught. */
export async function run(args, { env, catchOutput = false } = {}) {
  const child = start(args, { env, stdio: ["ignore", catchOutput ? "pipe" : "inherit", "inherit"] });
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const code = await ended(child);
  return { code, output };
}

/** Runs npm; inside an npm script the same npm that started us. */
export async function npm(args) {
  const own = process.env.npm_execpath;
  const code = own?.endsWith(".js")
    ? (await run([own, ...args])).code
    : await ended(
        follow(spawn("npm", args, { stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" })),
      );
  if (code !== 0) {
    throw new Obstacle(
      `npm ${args[0]} failed (${code}), its own words stand above: is the npm registry reachable? · 依赖安装失败`,
    );
  }
}

/** Asks a child to end, and insists after the time that running requests may take. */
export async function end(child, patience = 30_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const insist = setTimeout(() => child.kill("SIGKILL"), patience);
  child.kill("SIGTERM");
  await ended(child);
  clearTimeout(insist);
}

function follow(child) {
  onClose(() => end(child));
  return child;
}

const ended = (child) =>
  new Promise((resolve, reject) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode ?? child.signalCode);
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
