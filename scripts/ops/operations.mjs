import { main } from "../process/closing.mjs";
import { withLock } from "../process/lock.mjs";
import { Obstacle } from "../process/obstacle.mjs";
import { wantedPort } from "../process/port.mjs";
import { installDependencies } from "../start/dependencies.mjs";
import { listOperations, operate } from "./operation.mjs";
import "../process/root.mjs";
import { secrets } from "../start/secrets.mjs";
import { publicOrigin } from "../start/serve.mjs";

/** npm run ops -- <verb> [options]: on the running portal's database, or on the embedded one started for the time. */
export function runOperation() {
  return main(
    async () => {
      const [verb, ...args] = process.argv.slice(2);
      const operations = listOperations();
      if (!verb || verb === "--help" || verb === "help") {
        explain(operations);
        return;
      }
      if (!operations.some((operation) => operation.verb === verb)) {
        throw new Obstacle(`There is no operation "${verb}": npm run ops -- --help lists them · 没有此操作`);
      }

      const env = await withLock("prepare", prepare);
      const { code } = await operate(verb, args, env);
      return code;
    },
    { interrupted: 130 },
  );
}

async function prepare() {
  await installDependencies();
  const { generateClient } = await import("../start/build.mjs");
  const { openDatabase, prepareDatabase } = await import("../postgres/database.mjs");
  await generateClient();

  const keys = secrets();
  const { ownerUrl, isEmbedded } = await openDatabase();
  const { appUrl, version } = await prepareDatabase(ownerUrl, keys.PORTAL_DATA_KEY);
  const server = { DATABASE_VERSION: version, DATABASE_EMBEDDED: isEmbedded ? "1" : "" };
  return {
    ...keys,
    ...server,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    NEXTAUTH_URL: publicOrigin(wantedPort()),
  };
}

/** @param {{ verb: string, sentence: string }[]} operations */
function explain(operations) {
  console.log("npm run ops -- <operation> [options]\n");
  for (const { verb, sentence } of operations) console.log(`  ${verb.padEnd(20)}${sentence}`);
}
