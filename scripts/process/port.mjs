import net from "node:net";
import { failureOf, Obstacle } from "./obstacle.mjs";
import { until } from "./wait.mjs";

/** @import { AddressInfo } from "node:net" */
/** @import { User } from "./running.mjs" */
/** @typedef {{ status: number, instance?: string, missing?: string[] }} Health */

/** Where the portal listens; other machines reach it only if PORTAL_HOST says so. */
export const host = process.env.PORTAL_HOST || "127.0.0.1";
const nearHost = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;

/** @param {number} port */
export const localOrigin = (port) => `http://${nearHost.includes(":") ? `[${nearHost}]` : nearHost}:${port}`;

export function wantedPort() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Obstacle(`PORT is "${process.env.PORT}": give a number from 1 to 65535 · PORT 应为 1 至 65535 的数字`);
}

/**
 * Stops the start before the long work when somebody else has the port; one of ours may need a moment to let it go.
 * @param {number} port
 * @param {User[]} users
 */
export async function requireFreePort(port, users) {
  if (await until(async () => !(await isTaken(port)), 1500, 250)) return;

  const ours = users.find((user) => user.servers.some((server) => server.port === port));
  const who = ours ? `this portal, already running as process ${ours.starter.pid}` : "another program";
  throw new Obstacle(
    `Port ${port} is taken by ${who}: stop it, or choose another one, as in PORT=${port + 1} npm start · 端口 ${port} 已被占用`,
  );
}

/** @type {() => Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/**
 * The mark in the health answer of whoever serves on the port: something that answers need not be ours.
 * @param {number} port
 */
export async function instanceAt(port) {
  return (await healthAt(port, "live"))?.instance;
}

/**
 * `{ status, instance }` of the health address, or nothing.
 * @type {(port: number, kind: "live" | "ready") => Promise<Health | undefined>}
 */
export async function healthAt(port, kind) {
  try {
    const answer = await fetch(`${localOrigin(port)}/health/${kind}`, { signal: AbortSignal.timeout(3000) });
    const body = await answer.json().catch(() => ({}));
    return { ...body, status: answer.status };
  } catch {
    return undefined;
  }
}

// Asked both ways: on some systems one may listen on 127.0.0.1 although another program holds the port on all addresses.
/** @param {number} port */
async function isTaken(port) {
  if (await connects(port, "127.0.0.1")) return true;
  if (await connects(port, "::1")) return true;
  return cannotListen(port);
}

/** @type {(port: number, address: string) => Promise<boolean>} */
const connects = (port, address) =>
  new Promise((resolve) => {
    const socket = net
      .connect({ port, host: address, timeout: 500 }, () => resolve(true))
      .once("error", () => resolve(false))
      .once("timeout", () => resolve(false));
    socket.once("connect", () => socket.destroy()).once("timeout", () => socket.destroy());
  });

/** @type {(port: number) => Promise<boolean>} */
const cannotListen = (port) =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once("error", (error) => {
      const { code } = failureOf(error);
      if (code === "EADDRINUSE") return resolve(true);
      const why = code === "EACCES" ? "this account may not use it, choose one above 1023" : error.message;
      reject(new Obstacle(`Port ${port} on ${host} cannot be opened: ${why} · 端口 ${port} 无法使用`));
    });
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
