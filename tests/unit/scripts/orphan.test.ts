import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { identityOf, isAlive } from "@/scripts/process/identity.mjs";
import { freePort } from "@/scripts/process/port.mjs";
import { dataFolder } from "@/scripts/process/root.mjs";
import { endOrphans } from "@/scripts/process/running.mjs";
import { child } from "@/tests/support/process/child";

/** A start script: starts a server in a process of its own, writes down that it did, and says the server's number. */
const starter = `
  const { spawn } = await import("node:child_process");
  const { identityOf } = await import(scripts + "/process/identity.mjs");
  const { record, recordServer } = await import(scripts + "/process/running.mjs");
  const { pid } = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], { stdio: "ignore", detached: true });
  record({ test: true });
  recordServer({ ...identityOf(pid), port: Number(words[0]), instance: "ours" });
  console.log(pid);
  setInterval(() => {}, 1000);`;

/** A server that answers with the mark it was given. */
const server = `
  const { createServer } = await import("node:http");
  const [port, instance] = words;
  createServer((_, answer) => answer.end(JSON.stringify({ instance }))).listen(Number(port), "127.0.0.1", () => console.log("listens"));`;

/** A start with its server, on a port that is this test's own. */
async function started() {
  const port = await freePort();
  const start = child(starter, String(port));
  const orphan = identityOf(Number(await start.said()));
  onTestFinished(() => {
    if (isAlive(orphan)) process.kill(orphan.pid, "SIGKILL");
  });
  return { port, start, orphan };
}

/** Writes down a server for a start that is dead by now. */
async function leaveBehind(server: { pid: number; mark: string | null; port: number }) {
  const start = child("");
  const starter = identityOf(start.pid);
  await start.ended();
  const entry = { starter, what: "start.mjs", test: true, servers: [{ ...server, instance: "ours" }] };
  const folder = path.join(dataFolder, "running");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${start.pid}.json`), JSON.stringify(entry));
}

test("the server of a start that was killed is ended", async () => {
  const { port, start, orphan } = await started();
  await start.kill();
  expect(isAlive(orphan)).toBe(true);

  expect(await endOrphans((server) => server.port === port)).toEqual([orphan.pid]);
  expect(isAlive(orphan)).toBe(false);
});

test("the server of a start that lives is left alone", async () => {
  const { port, orphan } = await started();

  expect(await endOrphans((server) => server.port === port)).toEqual([]);
  expect(isAlive(orphan)).toBe(true);
});

test("a server that is not meant is left alone", async () => {
  const { port, start, orphan } = await started();
  await start.kill();

  expect(await endOrphans((server) => server.port === port + 1)).toEqual([]);
  expect(isAlive(orphan)).toBe(true);
});

test("a program that has an orphan's number by now is left alone", async () => {
  const other = child("setInterval(() => {}, 1000)");
  const port = await freePort();
  await leaveBehind({ pid: other.pid, mark: "begun another day", port });

  expect(await endOrphans((server) => server.port === port)).toEqual([]);
  expect(isAlive(identityOf(other.pid))).toBe(true);
});

test.each([
  ["ours", true],
  ["another portal's", false],
])("where the system tells no beginning, a server is ended by its mark alone: %s", async (mark, isEnded) => {
  const port = await freePort();
  const serving = child(server, String(port), mark);
  expect(await serving.said()).toBe("listens");
  await leaveBehind({ pid: serving.pid, mark: null, port });

  expect(await endOrphans((server) => server.port === port)).toEqual(isEnded ? [serving.pid] : []);
  expect(isAlive(identityOf(serving.pid))).toBe(!isEnded);
});
