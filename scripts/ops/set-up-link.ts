/** Prints a one-time link: for the first administrator of an empty portal, or for --username. */
import { parseArgs } from "node:util";
import { createAccount } from "@/lib/account/commands/create";
import { offerSetUp } from "@/lib/account/commands/set-up";
import { foundBase } from "@/lib/base/commands";
import { db } from "@/lib/database/db";
import { env } from "@/lib/env";
import { base } from "@/prisma/seed/base";

const { values } = parseArgs({
  options: { username: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean" } },
});
const operator = { id: null, name: "npm run ops", role: "OPERATIONS" };

const select = { id: true, username: true, role: true, passwordHash: true, disabledAt: true } as const;

if (values.help) console.log("npm run ops -- set-up-link [--username <name>] [--json]");
else await printLink();
await db.$disconnect();

async function printLink() {
  await foundBase(base);
  const account = values.username
    ? await db.account.findUnique({ where: { username: values.username }, select })
    : await findFirstAdministrator();
  if (!account || account.disabledAt)
    return refuse(`There is no account "${values.username}" to set up · 没有这个账号`);
  if (account.passwordHash && !values.username) return;
  if (account.passwordHash) {
    return refuse(
      `"${account.username}" has a password already: npm run ops -- reset-password --username ${account.username} · 账号已有密码`,
    );
  }

  const token = await offerSetUp(operator, account.id);
  const link = `${env().address}/set-up/${token}`;
  if (values.json) console.log(JSON.stringify({ username: account.username, role: account.role, link }));
  else
    console.log(
      `  ${account.role}  ${account.username}\n  Set the password here, once, within 72 hours · 请在 72 小时内打开链接设置密码：\n  ${link}`,
    );
}

/** Who looks after accounts comes first (R101); once set up, there is nothing to print. */
async function findFirstAdministrator() {
  const known = await db.account.findFirst({
    where: { role: "SEC_ADMIN", disabledAt: null },
    orderBy: { createdAt: "asc" },
    select,
  });
  if (known) return known;

  const { id } = await createAccount(operator, { username: "security", name: "安全管理员", role: "SEC_ADMIN" });
  return db.account.findUnique({ where: { id }, select });
}

function refuse(sentence: string) {
  console.error(sentence);
  process.exitCode = 1;
}
