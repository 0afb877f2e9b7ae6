// npm run bench: the production server and a bare Next app, side by side on a large database of their own with durable settings.
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { run } from "../process/children.mjs";
import { main } from "../process/closing.mjs";
import { withLock } from "../process/lock.mjs";
import { Obstacle } from "../process/obstacle.mjs";
import { freePort } from "../process/port.mjs";
import { dataFolder } from "../process/root.mjs";
import { step } from "../process/step.mjs";
import { installDependencies } from "../start/dependencies.mjs";
import { fingerprint } from "../start/fingerprint.mjs";
import { serve } from "../start/serve.mjs";
import { copyFilled, startBenchDatabase } from "./bench-database.mjs";

/** @import { Environment } from "../process/children.mjs" */
/** @import { Served } from "./setting" */

const help = `npm run bench -- [--scale N] [--only enrol,roster,...] [--json]

  --scale N   N × 50,000 trainees and N × 100,000 enrolments (1); 0.1 is the small base of the comparisons
  --only      operations by name, comma between: ${fs
    .readdirSync(path.join(import.meta.dirname, "../bench/rows"))
    .map((file) => file.slice(0, -3))
    .join(", ")}
  --json      the figures as JSON on the last line`;

/** npm run bench [-- options] */
export function measure() {
  return main(
    async () => {
      const { scale, only, json, help: wantsHelp } = options();
      if (wantsHelp) {
        console.log(help);
        return;
      }

      const { folder, bare } = await withLock("prepare", prepare);
      const { env, ownerUrl, pid: postmaster, keep } = await startBenchDatabase();
      const appUrl = await copyFilled(ownerUrl, env, scale);
      const served = { ...env, DATABASE_URL: appUrl };
      const portal = await step("portal", () => serveAlone(folder, served));
      const reference = await step("bare Next", () => serveAlone(bare, served));

      const { findBrowser } = await import("../browser/browser.mjs");
      const browser = await withLock("browser", findBrowser);
      const { code } = await run(
        ["--conditions=react-server", "--import", "tsx", "scripts/bench/run.ts", ...(json ? ["--json"] : [])],
        {
          env: {
            ...served,
            NEXTAUTH_URL: portal.origin,
            BENCH: JSON.stringify({
              scale,
              only,
              portal,
              reference,
              postmaster,
              ownerUrl: ownerUrl("bench"),
              browser,
              keep,
            }),
          },
        },
      );
      return code;
    },
    { interrupted: 130 },
  );
}

function options() {
  const { values } = parseArgs({
    options: {
      scale: { type: "string", default: "1" },
      only: { type: "string", default: "" },
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const scale = Number(values.scale);
  if (!(scale >= 0.1 && scale <= 100)) throw new Obstacle(`--scale ${values.scale}: give a number from 0.1 to 100`);
  return { ...values, scale, only: values.only.split(",").filter(Boolean) };
}

async function prepare() {
  await step("dependencies", installDependencies);
  const { build, generateClient } = await import("../start/build.mjs");
  await step("database client", generateClient);
  const { folder } = await step("build", build);
  const { bare } = await step("build of the bare app", async () => ({ bare: await buildBare() }));
  return { folder, bare };
}

/** Built like the portal, kept by content as well. */
async function buildBare() {
  const source = "scripts/bench/bare";
  const name = fingerprint([
    ...["app", "database.ts", "next.config.ts", "package.json"].map((part) => `${source}/${part}`),
    "package-lock.json",
  ]);
  const folder = path.join(dataFolder, "bench", `bare-${name}`);
  const served = path.join(folder, source);
  if (fs.existsSync(folder)) return served;

  const { code } = await run(["node_modules/next/dist/bin/next", "build", source], { env: { NODE_ENV: "production" } });
  if (code !== 0) throw new Obstacle(`next build ${source} failed (${code}), its own words stand above`);
  fs.cpSync(`${source}/.next/static`, `${source}/.next/standalone/${source}/.next/static`, { recursive: true });
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.renameSync(`${source}/.next/standalone`, folder);
  return served;
}

/** @type {(folder: string, env: Environment) => Promise<Served>} */
async function serveAlone(folder, env) {
  const port = await freePort();
  const { child, origin } = await serve({
    folder,
    port,
    env: { ...env, NEXTAUTH_URL: `http://127.0.0.1:${port}` },
    quiet: true,
  });
  return { pid: /** @type {number} */ (child.pid), origin };
}
