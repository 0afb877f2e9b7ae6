import fs from "node:fs";
import path from "node:path";
import { run } from "../process/children.mjs";
import { Obstacle } from "../process/obstacle.mjs";
import { dataFolder } from "../process/root.mjs";
import { others, record } from "../process/running.mjs";
import { fingerprint } from "./fingerprint.mjs";

/** @import { Environment } from "../process/children.mjs" */

const builds = path.join(dataFolder, "builds");
const clientSources = ["prisma/schema", "prisma.config.ts", "package-lock.json"];
const sources = [
  ...[
    "app",
    "components",
    "lib",
    "public",
    "prisma/schema",
    "proxy.ts",
    "instrumentation.ts",
    "instrumentation-client.ts",
  ],
  ...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"],
];

/** Writes the database client when the schema changed. */
export async function generateClient() {
  const stamp = "prisma/generated/.made-from";
  const wanted = fingerprint(clientSources);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) return "up to date";

  await tool("node_modules/prisma/build/index.js", ["generate"]);
  fs.writeFileSync(stamp, wanted);
  return "generated";
}

/**
 * Builds when the sources changed. Each build is kept in a folder of its own and served from there, so that a newer build,
 * by a second start or by the tests, takes no file away from a portal that runs. The folder appears whole or not at all.
 */
export async function build() {
  const name = fingerprint(sources);
  const folder = path.join(builds, name);
  record({ build: name });
  if (fs.existsSync(folder)) return { folder, made: false };

  fs.rmSync(".next/standalone", { recursive: true, force: true });
  await tool("node_modules/next/dist/bin/next", ["build"], { NODE_ENV: "production" });
  fs.cpSync(".next/static", ".next/standalone/.next/static", { recursive: true });
  if (fs.existsSync("public")) fs.cpSync("public", ".next/standalone/public", { recursive: true });
  fs.mkdirSync(builds, { recursive: true });
  fs.renameSync(".next/standalone", folder);

  const used = new Set([name, ...others().map((user) => user.build)]);
  for (const old of fs.readdirSync(builds).filter((other) => !used.has(other))) {
    fs.rmSync(path.join(builds, old), { recursive: true, force: true });
  }
  return { folder, made: true };
}

/**
 * @param {string} file
 * @param {string[]} args
 * @param {Environment} [env]
 */
async function tool(file, args, env) {
  const { code } = await run([file, ...args], { env });
  if (code !== 0) throw new Obstacle(`${path.basename(file)} ${args[0]} failed (${code}), its own words stand above`);
}
