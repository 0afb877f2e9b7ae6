import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { may, mayApprove, mayPropose, type Permission } from "@/lib/auth/permissions";
import type { Role } from "@/prisma/generated/enums";

const lib = join(import.meta.dirname, "../../lib");

/** What a form's act is declared to be: its subject and name, the verb, the shape it takes, and who may. */
export type Declared = {
  subject: string;
  name: string;
  verb: string | undefined;
  shape: string | undefined;
  permission: Permission | undefined;
  granted(role: Role): boolean;
};

/** Every form's act, read from the text of its declaration and its command's; what several commands share stands above them in their file. */
export function listDeclared(): Declared[] {
  const commands = new Map(
    sourcesOf("commands").flatMap(({ subject, text }) =>
      [...text.matchAll(/^export const (\w+) = command\(\{(.*?)\n\}\);/gms)].map(
        ([, name = "", declared = ""]) =>
          [`${subject}.${name}`, /permission:/.test(declared) ? declared : `${declared}\n${text}`] as const,
      ),
    ),
  );
  const byName = new Map([...commands].map(([key, declared]) => [key.split(".")[1], declared]));
  return sourcesOf("actions").flatMap(({ subject, text }) => [
    ...[...text.matchAll(/^export const (\w+) = form\((?:\w+\.)?(\w+)/gm)].map(([, name = "", asked = ""]) =>
      declaredAs(subject, name, commands.get(`${subject}.${asked}`) ?? byName.get(asked)),
    ),
    ...[...text.matchAll(/^export const (\w+) = (?:action|openForm)\(\{(.*?)\n\}\);/gms)].map(([, name = "", rest]) =>
      declaredAs(subject, name, rest),
    ),
  ]);
}

function declaredAs(subject: string, name: string, text: string | undefined): Declared {
  if (text === undefined) throw new Error(`${subject}.${name} was not understood`);
  const permission = /permission: "([^"]+)"/.exec(text)?.[1] as Permission | undefined;
  const granted = /approves: true|as: "approver"/.test(text)
    ? mayApprove
    : /proposes: true|as: "proposer"/.test(text)
      ? mayPropose
      : may;
  return {
    subject,
    name,
    verb: /verb: "([^"]+)"/.exec(text)?.[1],
    shape: /input: (?:schema\.)?(\w+)/.exec(text)?.[1],
    permission,
    granted: (role) => permission !== undefined && granted(role, permission),
  };
}

const sourcesOf = (kind: "actions" | "commands") =>
  readdirSync(lib, { recursive: true, encoding: "utf8" })
    .filter((file) => new RegExp(`/${kind}(/[\\w-]+)?\\.ts$`).test(file))
    .map((file) => ({ subject: file.split("/")[0] ?? "", text: readFileSync(join(lib, file), "utf8") }));
