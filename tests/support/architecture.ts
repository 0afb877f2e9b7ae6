import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { permissions } from "@/lib/auth/permissions";

export type Source = { path: string; text: string };

/** Every source file of the house, as a path from its root and a text. */
export function listSources(root: string): Source[] {
  const roots = ["app", "components", "lib", "prisma/seed", "scripts", "tests"];
  const files = roots.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  return [...files, "proxy.ts", "instrumentation.ts"]
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** house.md: what is allowed to stand where; each rule names the file and says what is wrong with it. */
export function breachesOf(sources: Source[]): string[] {
  return sources.flatMap((source) => rules.flatMap((rule) => rule(source).map((wrong) => `${source.path}: ${wrong}`)));
}

type Rule = (source: Source) => string[];

const rules: Rule[] = [
  directions,
  fileNames,
  subjectImports,
  subjectOrder,
  pagesAskWho,
  routesAnswer,
  actionsAreDeclared,
  clientLeaves,
  wordingOnly,
  oneEnvironmentReader,
  locksWithoutKey,
];

const portal = ["app", "components", "lib", "prisma", "tests", "scripts"];
const allowed: Record<string, string[]> = {
  app: ["app", "components", "lib", "prisma"],
  components: ["components", "lib", "prisma"],
  lib: ["lib", "prisma"],
  prisma: ["lib", "prisma"],
  scripts: ["lib", "prisma", "scripts"],
};

/** app → components → lib → prisma/generated; nobody imports tests. */
function directions({ path, text }: Source): string[] {
  const may = allowed[roomOf(path)];
  if (!may) return [];
  return importsOf(text)
    .filter((from) => portal.includes(roomOf(from)) && !may.includes(roomOf(from)))
    .map((from) => `may not import ${from}`);
}

const single = [
  "action",
  "answer",
  "calendar",
  "clock",
  "connection",
  "database-error",
  "db",
  "env",
  "fields",
  "form",
  "id",
  "log",
  "long-read",
  "money",
  "outcome",
  "parameter",
  "refusal",
  "route",
  "seal",
  "start-up",
  "submission-key",
  "text",
];
const subjectFiles = ["schema", "rules", "queries", "mutations", "actions"];
const ownNames: Record<string, string[]> = {
  auth: ["actor", "permissions", "options", "password", "factor", "queries"],
  audit: ["schema", "rules", "mutations", "queries"],
  sheet: ["paper", "csv", "html", "xlsx", "shell", "height", "zip"],
  door: ["away", "away-page", "client", "form", "headers", "http", "look", "parts", "visit", "words"],
  wording: ["en", "zh-CN", "locale", "messages", "request", "lookup"],
};

/** A subject's folder holds files of the closed list only, or folders of those names. */
function fileNames({ path }: Source): string[] {
  const [room, subject, file] = path.split("/");
  if (room !== "lib" || !subject) return [];
  if (!file) return single.includes(bare(subject)) ? [] : ["is no single file of the house"];
  return (ownNames[subject] ?? subjectFiles).includes(bare(file))
    ? []
    : ["is not on the closed list of a subject's files"];
}

/** schema and rules run anywhere: no database, no server; queries and mutations say that they are the server's. */
function subjectImports({ path, text }: Source): string[] {
  const kind = kindOf(path);
  if ((kind === "queries" || kind === "mutations") && !text.includes('import "server-only"'))
    return ["lacks server-only"];
  if (kind !== "schema" && kind !== "rules") return [];
  return importsOf(text)
    .filter((from) =>
      /^lib\/(db|action|refusal|audit|auth\/(actor|queries|options))|\/(queries|mutations|actions)(\/|$)|^next|^server-only/.test(
        from,
      ),
    )
    .map((from) => `${kind} may not import ${from}`);
}

/** Subjects point one way: a later one may know an earlier one. */
const order = [
  "base",
  "code",
  "place",
  "working-day",
  "classroom",
  "trainer",
  "course",
  "trainee",
  "lesson",
  "cohort",
  "enrolment",
  "project",
  "fund",
  "report",
  "check",
  "setting",
  "today",
  "account",
];

function subjectOrder({ path, text }: Source): string[] {
  const subject = path.split("/")[1] ?? "";
  const rank = order.indexOf(subject);
  if (!path.startsWith("lib/") || (rank < 0 && !["auth", "audit"].includes(subject) && path.split("/").length > 2))
    return [];
  return importsOf(text)
    .filter(
      (from) =>
        from.startsWith("lib/") &&
        order.includes(from.split("/")[1] ?? "") &&
        order.indexOf(from.split("/")[1] ?? "") > rank,
    )
    .map((from) => `may not know ${from}`);
}

/** Every page and route behind sign-in asks who is there, itself; meeting screens and paper stand outside the frame, not outside the door. */
function pagesAskWho({ path, text }: Source): string[] {
  if (!/^app\/(\(portal\)|screen|print)\/.*(page\.tsx|route\.ts)$/.test(path)) return [];
  const asked = [...text.matchAll(/require(?:Actor|Proposer)\("([^"]+)"\)/g)].map(
    ([, permission]) => permission as string,
  );
  if (asked.length === 0) return ["does not ask requireActor"];
  return asked
    .filter((permission) => !(permissions as string[]).includes(permission))
    .map((permission) => `asks for ${permission}, which is not in the table`);
}

/** Invariants 6: a route says that the database is away; Next alone would make a plain 500 of it. */
function routesAnswer({ path, text }: Source): string[] {
  if (!/^app\/(\(portal\)|screen|print)\/.*route\.ts$/.test(path)) return [];
  return /^export (async )?function/m.test(text) || !/^export const GET = route\(/m.test(text)
    ? ["does not answer through route()"]
    : [];
}

/** A 'use server' file holds declarations only, each with a permission of the table. */
function actionsAreDeclared({ path, text }: Source): string[] {
  const server = /^\s*["']use server["']/m.test(text);
  if (kindOf(path) === "actions" && !server) return ['lacks "use server"'];
  if (!server) return [];
  if (kindOf(path) !== "actions") return ["is a 'use server' file outside actions"];

  const exported = [...text.matchAll(/^export (?!type )(.*)$/gm)].map(([, rest]) => rest as string);
  const strange = exported.filter(
    (rest) => !/^const \w+ = (action|openAction)\($|^const \w+ = (action|openAction)\(\{/.test(rest),
  );
  const unknown = [...text.matchAll(/permission: "([^"]+)"/g)]
    .map(([, permission]) => permission as string)
    .filter((permission) => !(permissions as string[]).includes(permission));
  return [
    ...strange.map((rest) => `exports something else than an action: ${rest}`),
    ...unknown.map((permission) => `asks for ${permission}, which is not in the table`),
  ];
}

function clientLeaves({ path, text }: Source): string[] {
  const client = /^["']use client["']/.test(text);
  if (!client) return [];
  if (path.startsWith("app/") && !/(^|\/)(global-)?error\.tsx$/.test(path)) return ["is a client page"];
  return importsOf(text)
    .filter((from) => /^lib\/.*\/(queries|mutations)/.test(from) && !typeOnly(text, from))
    .map((from) => `brings ${from} to the browser`);
}

/** All that people read lives in lib/wording; 大写 digits are data of their rule. */
function wordingOnly({ path, text }: Source): string[] {
  if (!/^(app|components|lib)\//.test(path) || path.startsWith("lib/wording/") || path === "lib/value/money.ts")
    return [];
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:])\/\/.*$/gm, "$1");
  return /\p{Script=Han}/u.test(code) ? ["holds wording"] : [];
}

function oneEnvironmentReader({ path, text }: Source): string[] {
  return /^(app|components|lib|proxy|instrumentation)/.test(path) &&
    path !== "lib/env.ts" &&
    /process\.env\b(?!\.NEXT_RUNTIME)/.test(text)
    ? ["reads the environment"]
    : [];
}

/** A full row lock deadlocks with the foreign key of a row just inserted. */
function locksWithoutKey({ path, text }: Source): string[] {
  return path.startsWith("lib/") && /(?<!NO KEY |FOR NO KEY )\bFOR UPDATE\b/.test(text)
    ? ["locks a row with its key"]
    : [];
}

const roomOf = (path: string): string => path.split("/")[0] as string;
const bare = (file: string): string => file.replace(/\.tsx?$/, "");
const kindOf = (path: string): string | undefined =>
  path.startsWith("lib/") ? bare(path.split("/")[2] ?? "") : undefined;
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, from]) =>
    (from as string).replace(/^@\//, ""),
  );
const typeOnly = (text: string, from: string): boolean => new RegExp(`import type [^;]*["']@/${from}["']`).test(text);
