import type { ChildProcess } from "node:child_process";
import { endOrphans, record } from "@/scripts/process/running.mjs";
import { serve } from "@/scripts/start/serve.mjs";
import { appUrl } from "@/tests/support/database";

/** One process of the production build, which may be killed and started again under the same address. */
export function portalAt(origin: string, env: Record<string, string> = {}) {
  // The next test run ends what a killed one has left.
  record({ test: true });
  let child: ChildProcess | undefined;
  let words = "";

  return {
    origin,
    /** Everything it has written on its outputs. */
    words: () => words,
    async start() {
      const here = {
        ...(process.env as Record<string, string>),
        NODE_OPTIONS: "",
        NEXTAUTH_URL: origin,
        DATABASE_URL: appUrl(),
        ...env,
      };
      const port = Number(new URL(origin).port);
      // A test that hung took its worker with it, not the worker's servers.
      await endOrphans((server) => server.port === port);
      const wish = { folder: process.env.E2E_BUILD ?? "", port, env: here, quiet: true, stderr: "pipe" } as const;
      // On a busy machine the database may keep a start waiting for longer than a start waits.
      const started = await serve(wish).catch(() => serve(wish));
      child = started.child;
      for (const output of [child.stdout, child.stderr]) output?.on("data", (text) => (words += text));
    },
    async kill() {
      const ended = new Promise((resolve) => child?.once("exit", resolve) ?? resolve(0));
      if (child?.exitCode === null && child.signalCode === null) {
        child.kill("SIGKILL");
        await ended;
      }
    },
  };
}

export type Portal = ReturnType<typeof portalAt>;
