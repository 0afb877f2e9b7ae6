import { randomBytes } from "node:crypto";
import path from "node:path";
import { start } from "../process/children.mjs";
import { identityOf } from "../process/identity.mjs";
import { Obstacle } from "../process/obstacle.mjs";
import { healthAt, host, localOrigin } from "../process/port.mjs";
import { recordServer } from "../process/running.mjs";
import { pause } from "../process/wait.mjs";

/** @import { ChildProcess } from "node:child_process" */
/** @import { Environment } from "../process/children.mjs" */

// The young half may grow to 64 MB by itself in Node 24: half of it costs no processor and spares some 60 MB (docs/performance.md).
const heap = ["--max-old-space-size=1536", "--max-semi-space-size=32"];

/**
 * Starts the built portal and waits until it is ready: its process and its address.
 * @param {object} wish
 * @param {string} wish.folder
 * @param {number} wish.port
 * @param {Environment & { NEXTAUTH_URL: string }} wish.env
 * @param {boolean} [wish.quiet]
 * @param {"inherit" | "pipe"} [wish.stderr]
 * @param {string[]} [wish.flags] Of Node's own.
 */
export async function serve({ folder, port, env, quiet = false, stderr = "inherit", flags = [] }) {
  const instance = randomBytes(8).toString("hex");
  const child = start([...heap, ...flags, path.join(folder, "server.js")], {
    cwd: folder,
    stdio: ["ignore", "pipe", stderr],
    env: { ...env, NODE_ENV: "production", PORTAL_INSTANCE: instance, PORT: String(port), HOSTNAME: host },
  });
  recordServer({ ...identityOf(/** @type {number} */ (child.pid)), port, instance });
  // Next greets with an address of its own, under which forms would be refused as foreign: nothing is shown before it is ready.
  let isShown = false;
  let words = "";
  /** @param {Buffer} text */
  const keep = (text) => {
    words += text;
  };
  for (const output of [child.stdout, child.stderr]) output?.on("data", keep);
  child.stdout?.on("data", (text) => isShown && process.stdout.write(text));
  await untilReady(child, port, instance).catch((error) => {
    child.kill("SIGKILL");
    throw stderr === "pipe" ? new Obstacle(`${error.message}\n${words}`) : error;
  });
  for (const output of [child.stdout, child.stderr]) output?.off("data", keep);
  isShown = !quiet;
  return { child, origin: env.NEXTAUTH_URL };
}

/**
 * The address people type; a machine with a name of its own sets NEXTAUTH_URL.
 * @param {number} port
 */
export const publicOrigin = (port) => process.env.NEXTAUTH_URL || `http://localhost:${port}`;

/**
 * Only an answer with our mark counts: another program may have taken the port a moment before.
 * @param {ChildProcess} child
 * @param {number} port
 * @param {string} instance
 */
async function untilReady(child, port, instance) {
  const begun = performance.now();
  let live;
  let ready;
  for (;;) {
    if (child.exitCode !== null)
      throw new Obstacle(`The server ended at once (${child.exitCode}), its own words stand above`);

    live = await healthAt(port, "live");
    ready = live?.instance === instance ? await healthAt(port, "ready") : undefined;
    if (ready?.status === 200 || ready?.status === 404) return;
    if (performance.now() - begun > 60_000) break;
    await pause(25);
  }
  if (live?.instance !== instance)
    throw new Obstacle(`The server on ${localOrigin(port)} did not answer within a minute · 服务未能启动`);
  const missing = ready?.missing?.join(", ") ?? "no answer";
  console.log(`          the server runs, but says at /health/ready that it is not ready (${missing}): see there`);
}
