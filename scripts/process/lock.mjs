import fs from "node:fs";
import path from "node:path";
import { isAlive, ourselves } from "./identity.mjs";
import { failureOf } from "./obstacle.mjs";
import { dataFolder } from "./root.mjs";
import { pause } from "./wait.mjs";

/** @import { Identity } from "./identity.mjs" */

/**
 * Does the work while no other process of this checkout holds the lock; a dead holder's lock is taken over.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 */
export async function withLock(name, work) {
  const file = path.join(dataFolder, "locks", name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await take(file);

  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} file */
async function take(file) {
  for (let tries = 0; !write(file); tries++) {
    const holder = read(file);
    if (holder && isAlive(holder)) {
      if (tries === 20) console.log(`          waiting for process ${holder.pid}, which prepares the portal too`);
      await pause(100);
    } else {
      removeStale(file);
    }
  }
}

/**
 * Written aside and linked into place: a lock is never seen without its holder in it.
 * @param {string} file
 */
function write(file) {
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, JSON.stringify(ourselves));
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if (failureOf(error).code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** @type {(file: string) => Identity | undefined} */
function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Only one process at a time looks again and removes; otherwise a second one would remove the first one's new lock.
 * @param {string} file
 */
function removeStale(file) {
  const guard = `${file}.removing`;
  try {
    if (Date.now() - fs.statSync(guard).mtimeMs > 5000) fs.rmdirSync(guard);
  } catch {}
  try {
    fs.mkdirSync(guard);
  } catch {
    return;
  }
  const holder = read(file);
  if (!holder || !isAlive(holder)) fs.rmSync(file, { force: true });
  fs.rmdirSync(guard);
}
