/** Makes an account and prints its one-time link: --username --name --role. */
import { parseArgs } from "node:util";
import { createAccount } from "@/lib/account/commands/create";
import { offerSetUp } from "@/lib/account/commands/set-up";
import { username } from "@/lib/account/schema";
import { roles } from "@/lib/auth/permissions";
import { db } from "@/lib/database/db";
import { env } from "@/lib/env";
import { readAccountName } from "@/lib/value/name";

const { values } = parseArgs({
  options: {
    username: { type: "string", default: "" },
    name: { type: "string", default: "" },
    role: { type: "string", default: "" },
    json: { type: "boolean" },
    help: { type: "boolean" },
  },
});
const operator = { id: null, name: "npm run ops", role: "OPERATIONS" };

if (values.help)
  console.log(`npm run ops -- create-account --username <name> --name <姓名> --role <${roles.join("|")}> [--json]`);
else await create();
await db.$disconnect();

async function create() {
  const name = readAccountName(values.name);
  const role = roles.find((one) => one === values.role);
  const wanted = username.safeParse(values.username);
  if (!wanted.success) return refuse("--username: 2 to 32 letters, digits and . _ -, a letter first · 用户名不合要求");
  if (!name)
    return refuse(
      "--name: letters of Han, Tibetan or Latin, a unit in brackets behind, at most 50 · 请填写姓名，单位写在括号里",
    );
  if (!role) return refuse(`--role: one of ${roles.join(" ")} · 请填写岗位`);
  if (await db.account.findUnique({ where: { username: wanted.data }, select: { id: true } })) {
    return refuse(`There is an account "${wanted.data}" already · 用户名已有人使用`);
  }

  const { id } = await createAccount(operator, { username: wanted.data, name, role });
  const link = `${env().address}/set-up/${await offerSetUp(operator, id)}`;
  console.log(
    values.json
      ? JSON.stringify({ id, username: wanted.data, role, link })
      : `  ${role}  ${wanted.data}  ${name}\n  ${link}`,
  );
}

function refuse(sentence: string) {
  console.error(sentence);
  process.exitCode = 2;
}
