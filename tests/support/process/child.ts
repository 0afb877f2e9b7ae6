import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach } from "vitest";

const running = new Set<ChildProcess>();

afterEach(async () => {
  await Promise.all([...running].map(kill));
});

/** A process of the test's own that runs a module; `import` finds the scripts by `scripts`, the folder's address. */
export function child(module: string, ...args: string[]) {
  const scripts = JSON.stringify(path.resolve("scripts"));
  const text = `const scripts = ${scripts}, words = process.argv.slice(1);\n${module}`;
  const started = spawn(process.execPath, ["--input-type=module", "--eval", text, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  running.add(started);
  const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  return {
    pid: started.pid as number,
    /** The next line it says, or nothing when it has ended. */
    said: async (): Promise<string | undefined> => (await lines.next()).value,
    kill: () => kill(started),
    ended: () => ended(started),
  };
}

async function kill(process: ChildProcess) {
  process.kill("SIGKILL");
  await ended(process);
}

async function ended(process: ChildProcess) {
  if (process.exitCode === null && process.signalCode === null) await once(process, "exit");
  running.delete(process);
  return process.exitCode;
}
