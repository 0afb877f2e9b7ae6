import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { Obstacle } from "../process/obstacle.mjs";
import { until } from "../process/wait.mjs";
import { passwordFile } from "./postgres-files.mjs";

/** @typedef {(database: string) => string} AddressOf The owner's address of a database of the cluster. */
/** @typedef {{ pid: number, port: number, ready: boolean }} Left What a cluster's file says of its server. */

/**
 * A server left over from a start that was killed, and only if it answers for this very folder.
 * @param {string} folder
 */
export async function findRunning(folder) {
  const file = path.join(folder, "postmaster.pid");
  const found = await until(
    async () => {
      const left = readPidFile(folder);
      if (!left) return "none";
      if (!isPostgres(left.pid)) {
        // The number belongs to another program by now: PostgreSQL itself would refuse to start because of it.
        fs.rmSync(file, { force: true });
        return "none";
      }
      const served = left.ready ? await servedBy(folder, left.port) : undefined;
      if (served && served !== fs.realpathSync(folder))
        throw new Obstacle(
          `${folder} was copied while the PostgreSQL of ${served} ran, so it may be torn: stop that one and copy it again, or restore a backup · 数据目录是在数据库运行时复制的`,
        );
      return served ? left : undefined;
    },
    10_000,
    100,
  );
  return found === "none" ? undefined : found;
}

/**
 * The folder that the server at this port works in, by the password of the one given; undefined where none answers.
 * @param {string} folder
 * @param {number} port
 */
async function servedBy(folder, port) {
  const client = new pg.Client({
    connectionString: addressAt(folder, port)("postgres"),
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return fs.realpathSync(rows[0].data_directory);
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @type {(folder: string) => Left | undefined} */
export function readPidFile(folder) {
  try {
    const lines = fs.readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
export function isPostgres(pid) {
  try {
    if (process.platform === "linux") {
      const state = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      return state.includes("(postgres)") && !state.includes(") Z ");
    }
    if (process.platform === "win32")
      return execFileSync("tasklist", ["/FI", `PID eq ${pid}`], { encoding: "utf8" }).includes("postgres");
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).includes("postgres");
  } catch {
    return false;
  }
}

/** @type {(folder: string, port: number) => AddressOf} */
export function addressAt(folder, port) {
  const file = passwordFile(folder);
  if (!fs.existsSync(file))
    throw new Obstacle(`${file} is gone, the database in ${folder} cannot be opened without it · 缺少数据库密码文件`);
  const password = fs.readFileSync(file, "utf8");
  return (database) => `postgresql://portal:${password}@127.0.0.1:${port}/${database}`;
}
