// npm test: from a bare checkout to "N passed, N failed" over all runners. A part that fails does not stop the others.
import path from "node:path";
import { run } from "../process/children.mjs";
import { main } from "../process/closing.mjs";
import { withLock } from "../process/lock.mjs";
import { Obstacle, sentenceOf } from "../process/obstacle.mjs";
import { installDependencies } from "../start/dependencies.mjs";
import { disaster, e2e } from "./browser-proof.mjs";
import "../process/root.mjs";
import { step } from "../process/step.mjs";
import { conclude, countCheck, countReport, vitestReport } from "./tally.mjs";

/** @import { Environment } from "../process/children.mjs" */

/** @type {Record<string, (args: string[]) => Promise<void>>} */
const parts = { check, unit, integration, e2e, disaster };

/** npm test, npm run check, npm run test:<part> [-- files and options of its runner]; npm run test:long is all parts with more rounds. */
export function prove() {
  return main(
    async () => {
      const [wish, ...args] = process.argv.slice(2);
      const only = wish === "long" ? undefined : wish;
      if (wish === "long") process.env.TEST_LONG = "1";
      if (only && !parts[only]) throw new Obstacle(`There is no part "${only}": ${Object.keys(parts).join(", ")}`);

      // The portal's own database is none of the tests' business, wherever it is.
      for (const name of ["DATABASE_URL", "DATABASE_APP_URL"]) delete process.env[name];
      await withLock("prepare", async () => {
        await step("dependencies", installDependencies);
        const { generateClient } = await import("../start/build.mjs");
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

/** @param {string[]} args */
async function unit(args) {
  await vitest("unit", args, {});
}

/** @param {string[]} args */
async function integration(args) {
  const { throwawayDatabase } = await import("./throwaway.mjs");
  const { ownerUrl, appUrl, env } = await throwawayDatabase();
  await vitest("integration", args, { ...env, TEST_OWNER_URL: ownerUrl, TEST_APP_URL: appUrl });
}

/**
 * @param {string} project
 * @param {string[]} args
 * @param {Environment} env
 */
async function vitest(project, args, env) {
  const { reports } = await import("./throwaway.mjs");
  const report = path.join(reports, `${project}.json`);
  const options = ["--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run(["node_modules/vitest/vitest.mjs", "run", ...options, ...args], { env });
  countReport(project, code, report, vitestReport);
}

/**
 * @param {string} name
 * @param {string[]} args
 */
async function checkWith(name, args) {
  const { code } = await run(args);
  countCheck(name, code);
}
