/** Takes an account's password away, ends its sign-ins and prints a one-time link: --username. */
import { parseArgs } from "node:util";
import { resetPassword } from "@/lib/account/commands/reset";
import { db, transaction } from "@/lib/database/db";
import { env } from "@/lib/env";

const { values } = parseArgs({
  options: { username: { type: "string", default: "" }, json: { type: "boolean" }, help: { type: "boolean" } },
});

if (values.help) console.log("npm run ops -- reset-password --username <name> [--json]");
else await reset();
await db.$disconnect();

async function reset() {
  const account = await db.account.findUnique({
    where: { username: values.username },
    select: { id: true, username: true, disabledAt: true },
  });
  if (!account || account.disabledAt) {
    console.error(`There is no account "${values.username}" in use · 没有这个账号，或已停用`);
    process.exitCode = 1;
    return;
  }
  const token = await transaction((tx) =>
    resetPassword(tx, { id: null, name: "npm run ops", role: "OPERATIONS" }, account.id),
  );
  const link = `${env().address}/set-up/${token}`;
  console.log(values.json ? JSON.stringify({ username: account.username, link }) : `  ${account.username}\n  ${link}`);
}
