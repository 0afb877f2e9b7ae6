import fs from "node:fs";
import path from "node:path";
import { run } from "../process/children.mjs";
import { withLock } from "../process/lock.mjs";
import { freePort, localOrigin } from "../process/port.mjs";
import { step } from "../process/step.mjs";
import { serve } from "../start/serve.mjs";
import { countReport, playwrightReport } from "./tally.mjs";

/** @import { Ending, Environment } from "../process/children.mjs" */
/** @import { Account } from "../start/demo.mjs" */
/** @typedef {{ env: Environment, ownerUrl: string, accounts: Account[], origins: string[] }} Stage */

const evidence = "test-results";

/**
 * The production build twice on one database: what two desks do at once is tried across processes.
 * @param {string[]} args
 */
export async function e2e(args) {
  const { copyTemplate, throwawayDatabase } = await import("./throwaway.mjs");

  const folder = await builtPages();
  const { env: keys } = await throwawayDatabase();
  const { ownerUrl, appUrl } = await copyTemplate("browser");
  const env = { ...keys, DATABASE_URL: appUrl };
  const accounts = await demoData(env);
  const [first, second] = await step("two servers", () =>
    Promise.all([serveOnFreePort(folder, env), serveOnFreePort(folder, env)]),
  );

  const here = stage({ env, ownerUrl, accounts, origins: [first.origin, second.origin] });
  // The races fill years and take guards away for a moment: they come when everybody else has gone.
  const [errands, races] = ["--project=errands", "--project=races"];
  await play(args.length > 0 ? { e2e: [errands, races, ...args] } : { e2e: [errands], races: [races] }, here);
}

/**
 * The build on a database that is as safe as the real one: the tests start and kill servers and database as they like.
 * @param {string[]} args
 */
export async function disaster(args) {
  const { durableDatabase } = await import("./throwaway.mjs");

  const folder = await builtPages();
  const { cluster, ownerUrl, appUrl, env: keys } = await durableDatabase();
  // What the tests lay out for themselves need not be on the disk; what the portal confirms has to be.
  const env = { ...keys, DATABASE_URL: `${appUrl}?options=${encodeURIComponent("-c synchronous_commit=off")}` };
  const accounts = await demoData(env);
  const origins = [await freePort(), await freePort()].map(localOrigin);
  const here = { ...stage({ env, ownerUrl, accounts, origins }), TEST_APP_URL: appUrl };
  await play({ disaster: ["--project=disasters", ...args] }, { ...here, E2E_BUILD: folder, E2E_CLUSTER: cluster });
}

async function builtPages() {
  const { build } = await import("../start/build.mjs");
  const { folder } = await step("build", async () => {
    const built = await withLock("prepare", build);
    return { ...built, detail: built.made ? "made" : "up to date" };
  });
  return folder;
}

/** @param {Environment} env */
async function demoData(env) {
  const { writeDemoData } = await import("../start/demo.mjs");
  return step("demo data", () => writeDemoData(env));
}

/**
 * @param {string} folder
 * @param {Environment} env
 */
async function serveOnFreePort(folder, env) {
  const port = await freePort();
  return serve({ folder, port, env: { ...env, NEXTAUTH_URL: `http://127.0.0.1:${port}` }, quiet: true });
}

/**
 * What the tests find in their environment.
 * @param {Stage} stage
 */
function stage({ env, ownerUrl, accounts, origins }) {
  return {
    ...env,
    NEXTAUTH_URL: origins[0],
    TEST_OWNER_URL: ownerUrl,
    TEST_APP_URL: env.DATABASE_URL,
    E2E_ORIGIN: origins[0],
    E2E_ORIGIN_2: origins[1],
    E2E_ACCOUNTS: JSON.stringify(accounts),
    // The tests prepare their rows through lib, which outside of Next is for the server only; tsx reads the JSON it imports.
    NODE_OPTIONS: "--conditions=react-server --import tsx",
  };
}

/**
 * One run of Playwright after the other, each with its name and its arguments.
 * @param {Record<string, string[]>} runs
 * @param {Environment} env
 */
async function play(runs, env) {
  const { findBrowser } = await import("../browser/browser.mjs");
  const { reports } = await import("./throwaway.mjs");
  const browser = await withLock("browser", findBrowser);
  console.log(`browser: ${browser.from}`);

  const output = path.join(reports, "browser");
  /** @type {Ending} */
  let worst = 0;
  for (const [name, args] of Object.entries(runs)) {
    const report = path.join(reports, `${name}.json`);
    const { code } = await run(["node_modules/@playwright/test/cli.js", "test", ...args], {
      env: {
        ...env,
        E2E_BROWSER: JSON.stringify(browser),
        E2E_OUTPUT: path.join(output, name),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    });
    countReport(name, code, report, playwrightReport);
    worst ||= code;
  }
  if (worst !== 0) keepEvidence(output);
}

/**
 * Traces and pictures of what failed outlive the run's own folder.
 * @param {string} output
 */
function keepEvidence(output) {
  if (!fs.existsSync(output)) return;
  fs.rmSync(evidence, { recursive: true, force: true });
  fs.renameSync(output, evidence);
  console.log(`pictures and traces of what failed: ${evidence}/`);
}
