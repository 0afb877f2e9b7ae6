import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { identityOf } from "@/scripts/process/identity.mjs";
import { withLock } from "@/scripts/process/lock.mjs";
import { dataFolder } from "@/scripts/process/root.mjs";
import { child } from "@/tests/support/process/child";

const folder = path.join(dataFolder, "locks");
const ownName = () => `test-${crypto.randomUUID()}`;
const logFile = () => path.join(mkdtempSync(path.join(tmpdir(), "lock-")), "turns");

/** Notes in a file when its work begins and ends; the work takes longer than another one needs to look in between. */
const worker = `
  const { appendFileSync } = await import("node:fs");
  const { withLock } = await import(scripts + "/process/lock.mjs");
  const { pause } = await import(scripts + "/process/wait.mjs");
  const [name, log] = words;
  for (let turn = 0; turn < 3; turn++) {
    await withLock(name, async () => {
      appendFileSync(log, process.pid + "\\n");
      await pause(20);
      appendFileSync(log, process.pid + "\\n");
    });
  }`;

const holder = `
  const { withLock } = await import(scripts + "/process/lock.mjs");
  await withLock(words[0], () => new Promise(() => console.log("held")));`;

test("of several processes one works at a time", async () => {
  const name = ownName();
  const log = logFile();

  const codes = await Promise.all([1, 2, 3].map(() => child(worker, name, log).ended()));

  const turns = readFileSync(log, "utf8").trim().split("\n");
  expect(codes).toEqual([0, 0, 0]);
  expect(turns).toHaveLength(18);
  expect(turns.filter((_, n) => n % 2 === 0)).toEqual(turns.filter((_, n) => n % 2 === 1));
});

test("the lock of a holder that was killed is taken over", async () => {
  const name = ownName();
  const killed = child(holder, name);
  expect(await killed.said()).toBe("held");
  await killed.kill();
  expect(existsSync(path.join(folder, name))).toBe(true);

  expect(await withLock(name, () => "ours")).toBe("ours");
  expect(existsSync(path.join(folder, name))).toBe(false);
});

test("a holder whose number another process has by now holds nothing", async () => {
  const name = ownName();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), JSON.stringify({ ...identityOf(process.pid), mark: "begun another day" }));

  expect(await withLock(name, () => "ours")).toBe("ours");
});

test("a lock that says nothing, from a full disk, is taken over", async () => {
  const name = ownName();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), "");

  expect(await child(worker, name, logFile()).ended()).toBe(0);
});

test("work that fails lets the lock go", async () => {
  const name = ownName();
  const failing = withLock(name, () => Promise.reject(new Error("the work failed")));

  await expect(failing).rejects.toThrow("the work failed");
  expect(existsSync(path.join(folder, name))).toBe(false);
});
