/** Takes an account's second factor away and ends its sign-ins; the next sign-in sets up another: --username. */
import { parseArgs } from "node:util";
import { dropFactor } from "@/lib/account/commands/reset";
import { db, transaction } from "@/lib/database/db";

const { values } = parseArgs({
  options: { username: { type: "string", default: "" }, json: { type: "boolean" }, help: { type: "boolean" } },
});

if (values.help) console.log("npm run ops -- reset-factor --username <name> [--json]");
else await reset();
await db.$disconnect();

async function reset() {
  const account = await db.account.findUnique({
    where: { username: values.username },
    select: { id: true, username: true, factorSince: true },
  });
  if (!account?.factorSince) {
    console.error(`There is no account "${values.username}" with a second factor · 没有这个账号，或未启用动态口令`);
    process.exitCode = 1;
    return;
  }
  await transaction((tx) => dropFactor(tx, { id: null, name: "npm run ops", role: "OPERATIONS" }, account.id));
  console.log(values.json ? JSON.stringify({ username: account.username }) : `  ${account.username}`);
}
