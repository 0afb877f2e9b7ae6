// npm test: from a bare checkout to "N passed, N failed" over all runners. A part that fails does not stop the others.
import fs from "node:fs";
import path from "node:path";
import { run } from "./children.mjs";
import { main } from "./closing.mjs";
import { installDependencies } from "./dependencies.mjs";
import { withLock } from "./lock.mjs";
import { Obstacle, sentenceOf } from "./obstacle.mjs";
import { freePort } from "./port.mjs";
import "./root.mjs";
import { serve } from "./serve.mjs";
import { step } from "./step.mjs";
import { conclude, countCheck, countReport, playwrightCounts, vitestCounts } from "./tally.mjs";

const parts = { check, unit, integration, e2e };
const evidence = "test-results";

/** npm test, npm run check, npm run test:<part> [-- files and options of its runner] */
export function prove() {
  return main(
    async () => {
      const [only, ...args] = process.argv.slice(2);
      if (only && !parts[only]) throw new Obstacle(`There is no part "${only}": ${Object.keys(parts).join(", ")}`);

      // The portal's own database is none of the tests' business, wherever it is.
      for (const name of ["DATABASE_URL", "DATABASE_APP_URL"]) delete process.env[name];
      await withLock("prepare", async () => {
        await step("dependencies", installDependencies);
        const { generateClient } = await import("./build.mjs");
        await step("database client", generateClient);
      });
      const { makeRoom } = await import("./throwaway.mjs");
      await makeRoom();

      for (const [name, part] of Object.entries(parts)) {
        if (only && only !== name) continue;
        await part(args).catch((error) => {
          console.error(sentenceOf(error));
          countCheck(name, 1);
        });
      }
      return conclude();
    },
    { interrupted: 130 },
  );
}

async function check() {
  await checkWith("format and lint", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]);
  const typegen = () => run(["node_modules/next/dist/bin/next", "typegen"]);
  const { code } = await withLock("prepare", typegen);
  if (code !== 0) return countCheck("types", code);
  await checkWith("types", ["node_modules/typescript/bin/tsc", "--noEmit"]);
}

async function unit(args) {
  await vitest("unit", args, {});
}

async function integration(args) {
  const { throwawayDatabase } = await import("./throwaway.mjs");
  const { ownerUrl, appUrl, env } = await throwawayDatabase();

  const drift = ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--exit-code"];
  await checkWith("schema equals migrations", ["node_modules/prisma/build/index.js", ...drift], {
    DATABASE_URL: ownerUrl,
  });
  await vitest("integration", args, { ...env, TEST_OWNER_URL: ownerUrl, TEST_APP_URL: appUrl });
}

/** The production build twice on one database: what two desks do at once is tried across processes. */
async function e2e(args) {
  const { build } = await import("./build.mjs");
  const { findBrowser } = await import("./browser.mjs");
  const { copyTemplate, reports, throwawayDatabase } = await import("./throwaway.mjs");
  const { writeDemoData } = await import("./demo.mjs");

  let folder;
  await step("build", async () => {
    const built = await withLock("prepare", build);
    folder = built.folder;
    return built.made ? "made" : "up to date";
  });
  const { env: keys } = await throwawayDatabase();
  const { ownerUrl, appUrl } = await copyTemplate("browser");
  const env = { ...keys, DATABASE_URL: appUrl };
  let accounts;
  await step("demo data", async () => {
    accounts = await writeDemoData(env);
  });
  const [first, second] = await step("two servers", () =>
    Promise.all([serveOnFreePort(folder, env), serveOnFreePort(folder, env)]),
  );

  const browser = await withLock("browser", findBrowser);
  console.log(`browser: ${browser.from}`);
  const output = path.join(reports, "browser");
  const here = {
    ...env,
    NEXTAUTH_URL: first.origin,
    TEST_OWNER_URL: ownerUrl,
    TEST_APP_URL: appUrl,
    E2E_ORIGIN: first.origin,
    E2E_ORIGIN_2: second.origin,
    E2E_ACCOUNTS: JSON.stringify(accounts),
    E2E_BROWSER: JSON.stringify(browser),
    // The tests prepare their rows through lib, which outside of Next is for the server only; tsx reads the JSON it imports.
    NODE_OPTIONS: "--conditions=react-server --import tsx",
  };
  // The races fill years and take guards away for a moment: they come when everybody else has gone.
  let worst = 0;
  for (const chosen of args.length > 0 ? [args] : [["--project=errands"], ["--project=races"]]) {
    const name = chosen[0] === "--project=races" ? "races" : "e2e";
    const report = path.join(reports, `${name}.json`);
    const places = { E2E_OUTPUT: path.join(output, name), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const { code } = await run(["node_modules/@playwright/test/cli.js", "test", ...chosen], {
      env: { ...here, ...places },
    });
    countReport(name, code, report, playwrightCounts);
    worst ||= code;
  }
  if (worst !== 0) keepEvidence(output);
}

async function serveOnFreePort(folder, env) {
  const port = await freePort();
  return serve({ folder, port, env: { ...env, NEXTAUTH_URL: `http://127.0.0.1:${port}` }, quiet: true });
}

async function vitest(project, args, env) {
  const { reports } = await import("./throwaway.mjs");
  const report = path.join(reports, `${project}.json`);
  const options = ["--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run(["node_modules/vitest/vitest.mjs", "run", ...options, ...args], { env });
  countReport(project, code, report, vitestCounts);
}

async function checkWith(name, args, env) {
  const { code } = await run(args, { env });
  countCheck(name, code);
}

/** Traces and pictures of what failed outlive the run's own folder. */
function keepEvidence(output) {
  if (!fs.existsSync(output)) return;
  fs.rmSync(evidence, { recursive: true, force: true });
  fs.renameSync(output, evidence);
  console.log(`pictures and traces of what failed: ${evidence}/`);
}
