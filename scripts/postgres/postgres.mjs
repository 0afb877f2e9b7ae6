import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Obstacle } from "../process/obstacle.mjs";
import { freePort } from "../process/port.mjs";
import { pause, until } from "../process/wait.mjs";
import { findPlaces, initialise, notRunning, passwordFile, program, serverEnv } from "./postgres-files.mjs";
import { addressAt, findRunning, isPostgres, readPidFile } from "./running.mjs";

/** @import { Places } from "./postgres-files.mjs" */
/** @import { AddressOf, Left } from "./running.mjs" */
/** @typedef {Record<string, string | number>} Settings */

const throwawayOptions = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "2GB" };

/**
 * The running server of a cluster, started if need be: `{ url(database), adopted }`.
 * @param {string} name
 * @param {{ throwaway?: boolean, maxConnections?: number, port?: number, settings?: Settings }} options
 */
export async function startPostgres(
  name,
  { throwaway = false, maxConnections = 100, port: wanted, settings = {} } = {},
) {
  const places = findPlaces();
  const folder = path.join(places.base, name);
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  if (!fs.existsSync(folder)) initialise(places, folder, { throwaway });

  const left = await findRunning(folder);
  if (left) return { url: addressAt(folder, left.port), adopted: true };

  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: maxConnections,
    logging_collector: "off",
    ...(throwaway ? throwawayOptions : {}),
    ...settings,
  };
  for (let tries = 1; ; tries++) {
    const port = wanted ?? (await freePort());
    const words = await launch(places, folder, { ...options, port });
    if (!words) return { url: addressAt(folder, port), adopted: false };
    // After a kill of the server alone its last helpers need a moment to notice and go.
    if (tries === 20 || !/still in use|lock file|could not bind/.test(words)) throw new Obstacle(notRunning(words));
    await pause(500);
  }
}

/**
 * The address of a cluster's server if it runs and is really that cluster, else nothing.
 * @param {string} name
 */
export async function runningAddress(name) {
  const folder = path.join(findPlaces().base, name);
  const left = fs.existsSync(folder) ? await findRunning(folder) : undefined;
  return left && addressAt(folder, left.port);
}

/**
 * Lets the transactions under way end as rolled back, writes everything to disk and ends the server.
 * @param {string} name
 */
export async function stopPostgres(name) {
  const { base, native } = findPlaces();
  const folder = path.join(base, name);
  const { pid } = readPidFile(folder) ?? {};
  if (!pid || !isPostgres(pid)) return;

  if (process.platform === "win32") {
    execFileSync(program(native, "pg_ctl"), ["stop", "-D", folder, "-m", "fast"], { stdio: "ignore" });
  } else {
    process.kill(pid, "SIGINT");
    if (!(await until(() => !isPostgres(pid), 30_000))) process.kill(pid, "SIGQUIT");
    await until(() => !isPostgres(pid), 5000);
  }
}

/**
 * Ends it as a lost machine would, with no word to anybody; only tests do that.
 * @param {string} name
 */
export function killPostgres(name) {
  const { pid } = readPidFile(path.join(findPlaces().base, name)) ?? {};
  if (pid && isPostgres(pid)) process.kill(pid, "SIGKILL");
}

/**
 * Removes a throw-away cluster's files, wherever they had to lie.
 * @param {string} name
 */
export function removeCluster(name) {
  const folder = path.join(findPlaces().base, name);
  for (const file of [folder, `${folder}.new`, passwordFile(folder), `${folder}.log`])
    fs.rmSync(file, { recursive: true, force: true });
}

/**
 * Starts the server in a group of its own, so that Ctrl-C reaches us first; its last words come back if it gives up.
 * @param {Places} places
 * @param {string} folder
 * @param {Settings} options
 */
async function launch({ who, native }, folder, options) {
  const logFile = `${folder}.log`;
  const log = fs.openSync(logFile, "w", 0o600);
  const settings = Object.entries(options).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const child = spawn(program(native, "postgres"), ["-D", folder, ...settings], {
    ...who,
    cwd: "/",
    env: serverEnv,
    stdio: ["ignore", "ignore", log],
    detached: true,
  });
  fs.closeSync(log);
  child.unref();

  let hasEnded = false;
  for (const event of ["error", "exit"]) {
    child.once(event, () => {
      hasEnded = true;
    });
  }
  const isReady = () => readPidFile(folder)?.pid === child.pid && readPidFile(folder)?.ready;
  await until(() => hasEnded || isReady(), 60_000, 10);
  return isReady() ? undefined : lastWords(logFile);
}

/** @param {string} file */
function lastWords(file) {
  const lines = fs.readFileSync(file, "utf8").trim().split("\n");
  return lines.find((line) => line.includes("FATAL")) ?? (lines.at(-1) || "it said nothing");
}
