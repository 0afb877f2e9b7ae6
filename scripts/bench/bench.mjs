// npm run bench: the production server and a bare Next app, side by side on a large database of their own with durable settings.
import path from "node:path";
import { run } from "../process/children.mjs";
import { main } from "../process/closing.mjs";
import { withLock } from "../process/lock.mjs";
import { freePort } from "../process/port.mjs";
import { step } from "../process/step.mjs";
import { installDependencies } from "../start/dependencies.mjs";
import { serve } from "../start/serve.mjs";
import { copyFilled, startBenchDatabase } from "./bench-database.mjs";
import { buildBare } from "./build-bare.mjs";
import { help, options } from "./options.mjs";
import { now, printHottest, profiling } from "./profile/profile.mjs";

/** @import { ChildProcess } from "node:child_process" */
/** @import { Environment } from "../process/children.mjs" */
/** @import { Served } from "./setting" */

/** npm run bench [-- options] */
export function measure() {
  return main(
    async () => {
      const { help: wantsHelp, json, profile, ...wished } = options();
      if (wantsHelp) {
        console.log(help);
        return;
      }

      const { folder, bare } = await withLock("prepare", prepare);
      const { env, ownerUrl, pid: postmaster, keep } = await startBenchDatabase();
      const appUrl = await copyFilled(ownerUrl, env, wished.scale);
      const served = { ...env, DATABASE_URL: appUrl };
      const profiles = path.join(keep, "profile");
      const { child, ...portal } = await step("portal", () =>
        serveAlone(folder, served, profile ? profiling(profiles) : []),
      );
      const reference = await step("bare Next", () => serveAlone(bare, served));

      const { findBrowser } = await import("../browser/browser.mjs");
      const browser = await withLock("browser", findBrowser);
      const begun = now();
      const { code } = await run(
        ["--conditions=react-server", "--import", "tsx", "scripts/bench/run.ts", ...(json ? ["--json"] : [])],
        {
          env: {
            ...served,
            NEXTAUTH_URL: portal.origin,
            BENCH: JSON.stringify({
              ...wished,
              folder,
              portal,
              reference: { pid: reference.pid, origin: reference.origin },
              postmaster,
              ownerUrl: ownerUrl("bench"),
              browser,
              keep,
            }),
          },
        },
      );
      if (profile) await printHottest(child, profiles, begun);
      return code;
    },
    { interrupted: 130 },
  );
}

async function prepare() {
  await step("dependencies", installDependencies);
  const { build, generateClient } = await import("../start/build.mjs");
  await step("database client", generateClient);
  const { folder } = await step("build", build);
  const { bare } = await step("build of the bare app", async () => ({ bare: await buildBare() }));
  return { folder, bare };
}

/** @type {(folder: string, env: Environment, flags?: string[]) => Promise<Served & { child: ChildProcess }>} */
async function serveAlone(folder, env, flags = []) {
  const port = await freePort();
  const { child, origin } = await serve({
    folder,
    port,
    env: { ...env, NEXTAUTH_URL: `http://127.0.0.1:${port}` },
    quiet: true,
    flags,
  });
  return { child, pid: /** @type {number} */ (child.pid), origin };
}
