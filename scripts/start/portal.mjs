// What `npm start` and `npm run dev` do, from a bare checkout to a portal that answers. Whatever needs an installed package
// is imported after the installation.
import { close, main } from "../process/closing.mjs";
import { withLock } from "../process/lock.mjs";
import { requireFreePort, wantedPort } from "../process/port.mjs";
import { installDependencies } from "./dependencies.mjs";
import "../process/root.mjs";
import { endOrphans, others } from "../process/running.mjs";
import { step } from "../process/step.mjs";
import { secrets } from "./secrets.mjs";
import { publicOrigin, serve } from "./serve.mjs";

/** @import { Environment } from "../process/children.mjs" */
/** @import { Begun } from "./demo.mjs" */

/** npm start [-- --empty] */
export function startPortal() {
  return main(
    async () => {
      const { port, empty } = await clearTheWay();
      const { env, begun, folder } = await withLock("prepare", async () => ({
        ...(await prepare(port, { empty })),
        folder: await buildPages(),
      }));

      const { child, origin } = await step("server", () => serve({ folder, port, env }));
      child.once("exit", (code) => close(code ?? 1));
      await welcome(origin, begun, env);
    },
    { stay: true },
  );
}

/** npm run dev: the same base, and pages that reload when their source changes. */
export function developPortal() {
  return main(
    async () => {
      const { port, empty } = await clearTheWay();
      const { env, begun } = await withLock("prepare", () => prepare(port, { empty }));
      const { start } = await import("../process/children.mjs");
      const { host } = await import("../process/port.mjs");

      await welcome(publicOrigin(port), begun, env);
      const next = "node_modules/next/dist/bin/next";
      const child = start([next, "dev", "--port", String(port), "--hostname", host], {
        env: { ...env, NODE_ENV: "development" },
      });
      child.once("exit", (code) => close(code ?? 1));
    },
    { stay: true },
  );
}

/** npm run build: the folder to serve from, made without a database; the image is built by it. */
export function buildPortal() {
  return main(async () => {
    await step("dependencies", installDependencies);
    const { generateClient } = await import("./build.mjs");
    await step("database client", generateClient);
    console.log(await buildPages());
  });
}

/** Everything that can be refused at once is refused before the long work. */
async function clearTheWay() {
  const port = wantedPort();
  secrets();
  const ended = await endOrphans((server) => server.port === port);
  for (const pid of ended) console.log(`          ended process ${pid}, the server of a start that was killed`);
  await requireFreePort(port, others());
  return { port, empty: process.argv.includes("--empty") };
}

/**
 * Packages, database and first data: what the server needs in its environment, and what the first start put in.
 * @param {number} port
 * @param {{ empty: boolean }} wish
 */
async function prepare(port, { empty }) {
  await step("dependencies", installDependencies);
  const { generateClient } = await import("./build.mjs");
  const { openDatabase, prepareDatabase, requireDurability } = await import("../postgres/database.mjs");
  const { firstStart } = await import("./demo.mjs");
  const { belowFloors, runningVersions } = await import("./floors.mjs");
  await step("database client", generateClient);

  const keys = secrets();
  const { ownerUrl, isEmbedded } = await step("database", openDatabase);
  const { appUrl, version } = await step("migrations and laws", async () => {
    const prepared = await prepareDatabase(ownerUrl, keys.PORTAL_DATA_KEY);
    await requireDurability(prepared.appUrl);
    return { ...prepared, detail: newIn(prepared) };
  });
  for (const line of belowFloors({ ...runningVersions(), PostgreSQL: version, isEmbedded }))
    console.log(`          ${line}`);

  const env = { ...keys, DATABASE_URL: appUrl, NEXTAUTH_URL: publicOrigin(port) };
  const begun = await step("demo data", () => firstStart(ownerUrl, env, { empty }));
  return { env, begun };
}

/** @param {{ applied: string[], lawsApplied: boolean }} prepared */
const newIn = ({ applied, lawsApplied }) =>
  [applied.length > 0 && `${applied.length} migrations`, lawsApplied && "the laws"].filter(Boolean).join(" and ") ||
  "up to date";

async function buildPages() {
  const { build } = await import("./build.mjs");
  const { folder } = await step("build", async () => {
    const built = await build();
    return { ...built, detail: built.made ? "made" : "up to date" };
  });
  return folder;
}

/**
 * @param {string} origin
 * @param {Begun} begun
 * @param {Environment} env
 */
async function welcome(origin, { accounts, empty }, env) {
  console.log(`\n  已就绪 Ready: ${origin}\n`);
  if (empty) {
    const { operate } = await import("../ops/operation.mjs");
    await operate("set-up-link", [], env);
  }
  for (const { role, username, name, password } of accounts ?? []) {
    console.log(`  ${role.padEnd(18)}${username.padEnd(12)}${password}  ${name}`);
  }
  if (accounts?.length) console.log("\n  演示数据 demo data · Ctrl-C stops 停止");
}
