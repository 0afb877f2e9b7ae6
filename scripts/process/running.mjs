// Who uses this checkout's embedded database and its builds: one file a process under .data/running. The last user stops
// the database; a server whose start script was killed is found here by the next start.
import fs from "node:fs";
import path from "node:path";
import { onClose } from "./closing.mjs";
import { isAlive, ourselves } from "./identity.mjs";
import { instanceAt } from "./port.mjs";
import { dataFolder } from "./root.mjs";
import { until } from "./wait.mjs";

/** @import { Identity } from "./identity.mjs" */
/** @typedef {Identity & { port: number, instance: string }} Server */
/** @typedef {{ embedded?: boolean, build?: string, test?: boolean, servers: Server[] }} Used */
/** @typedef {Used & { starter: Identity, what: string }} User */

const folder = path.join(dataFolder, "running");
const ownFile = path.join(folder, `${process.pid}.json`);
/** @type {User} */
let own = { starter: ourselves, what: path.basename(process.argv[1] ?? ""), servers: [] };

/**
 * Adds to what is known of this process.
 * @param {Partial<Used>} fields
 */
export function record(fields) {
  if (!fs.existsSync(ownFile)) onClose(forget);
  own = { ...own, ...fields };
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(`${ownFile}.new`, JSON.stringify(own));
  fs.renameSync(`${ownFile}.new`, ownFile);
}

/** @param {Server} server */
export function recordServer(server) {
  record({ servers: [...own.servers, server] });
}

export function forget() {
  fs.rmSync(ownFile, { force: true });
}

/**
 * All others that live: the script itself, or a server that outlived it.
 * @returns {User[]}
 */
export function others() {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => path.join(folder, name))
    .filter((file) => file !== ownFile)
    .flatMap((file) => {
      const entry = read(file);
      if (entry && [entry.starter, ...entry.servers].some(isAlive)) return [entry];
      fs.rmSync(file, { force: true });
      return [];
    });
}

/**
 * Ends servers whose start script is dead, if they are provably ours: same process, or our mark in the health answer.
 * @param {(server: Server, user: User) => boolean | undefined} isMeant
 */
export async function endOrphans(isMeant) {
  const left = others().filter((entry) => !isAlive(entry.starter));
  /** @type {number[]} */
  const ended = [];
  for (const server of left.flatMap((entry) => entry.servers.filter((server) => isMeant(server, entry)))) {
    if (!isAlive(server)) continue;
    if (server.mark === null && (await instanceAt(server.port)) !== server.instance) continue;
    await endProcess(server);
    ended.push(server.pid);
  }
  return ended;
}

/** @param {Server} server */
async function endProcess(server) {
  process.kill(server.pid, "SIGTERM");
  if (await until(() => !isAlive(server), 10_000)) return;
  process.kill(server.pid, "SIGKILL");
  await until(() => !isAlive(server), 5000);
}

/** @type {(file: string) => User | undefined} */
function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
