import { permissions } from "@/lib/auth/permissions";
import { bare, importsOf, isCode, kindOf, type Rule, roomOf } from "./sources";

/** Every page and route behind sign-in asks who is there, itself; meeting screens and paper stand outside the frame, not outside the door. */
export const pagesAskWho: Rule = ({ path, text }) => {
  if (!/^app\/(\(portal\)|screen|print)\/.*(page\.tsx|route\.ts)$/.test(path)) return [];
  const asked = [...text.matchAll(/require(?:Actor|Proposer)\("([^"]+)"\)/g)].map(([, permission = ""]) => permission);
  if (asked.length === 0) return ["does not ask requireActor"];
  return asked.filter(isUnknown).map((permission) => `asks for ${permission}, which is not in the table`);
};

/** Invariants 6: a route says that the database is away; Next alone would make a plain 500 of it. */
export const routesAnswer: Rule = ({ path, text }) => {
  if (!/^app\/(\(portal\)|screen|print)\/.*route\.ts$/.test(path)) return [];
  return /^export (async )?function/m.test(text) || !/^export const GET = route\(/m.test(text)
    ? ["does not answer through route()"]
    : [];
};

/** A 'use server' file holds declarations only, each with a permission of the table. */
export const actionsAreDeclared: Rule = (source) => {
  const { path, text } = source;
  // The bench's floor is no part of the portal: it shows what an action costs that has no table of permissions.
  if (!isCode(source) || roomOf(path) === "tests" || path.startsWith("scripts/bench/bare/")) return [];
  const server = /^\s*["']use server["']/m.test(text);
  const isActions = roomOf(path) === "lib" && /\/actions(\/|\.ts)/.test(path);
  if (isActions && !server) return ['lacks "use server"'];
  if (!server) return [];
  if (!isActions) return ["is a 'use server' file outside actions"];

  const strange = [...text.matchAll(/^export (?!type )(.*)$/gm)]
    .map(([, rest = ""]) => rest)
    .filter((rest) => !/^const \w+ = (action|form|openForm)\(/.test(rest));
  const unknown = [...text.matchAll(/permission: "([^"]+)"/g)].map(([, name = ""]) => name).filter(isUnknown);
  return [
    ...strange.map((rest) => `exports something else than an action: ${rest}`),
    ...unknown.map((permission) => `asks for ${permission}, which is not in the table`),
  ];
};

const isUnknown = (permission: string): boolean => !(permissions as string[]).includes(permission);

/** "use client" goes on the smallest leaf, which brings nothing of the server along. */
export const clientLeaves: Rule = (source) => {
  const { path, text } = source;
  if (!isClient(text)) return [];
  if (path.startsWith("app/") && !/(^|\/)(global-)?error\.tsx$/.test(path)) return ["is a client page"];
  return importsOf(source)
    .filter((from) => /^lib\/.*\/(queries|commands)/.test(from) && !isTypeOnly(text, from))
    .map((from) => `brings ${from} to the browser`);
};

const isTypeOnly = (text: string, from: string): boolean => new RegExp(`import type [^;]*["']@/${from}["']`).test(text);

/** A page cannot call a function of the browser's half: it would answer 500 when it comes to that line. Parts and types are fine. */
export const serverCallsItsOwn: Rule = (source, house) => {
  const { path, text } = source;
  if (!/^(app|components|lib)\//.test(path) || isClient(text)) return [];
  return [...text.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)].flatMap(([line, names = ""]) => {
    const [from = ""] = importsOf({ path, text: line });
    const leaf = house.find((other) => bare(other.path) === from);
    if (!leaf || !isClient(leaf.text)) return [];
    const called = names.split(",").map((name) => name.trim());
    return called
      .filter((name) => /^[a-z]/.test(name) && !/^type /.test(name))
      .map((name) => `calls ${name} of ${from}`);
  });
};

const isClient = (text: string): boolean => /^["']use client["']/.test(text);

/** schema and rules run anywhere: no database, no server; queries and commands say that they are the server's. */
export const kindsKeepTheirSide: Rule = (source) => {
  const { path, text } = source;
  if (roomOf(path) !== "lib" || !isCode(source)) return [];
  const kind = kindOf(path);
  if (["queries", "commands"].includes(kind)) return text.includes('import "server-only"') ? [] : ["lacks server-only"];
  if (kind !== "schema" && kind !== "rules") return [];
  return importsOf(source)
    .filter((from) =>
      /^lib\/(database|command\/(command|form|once|outcome)|refusal\/refusal|audit\/(record|queries)|auth\/(actor|queries|options))|\/(queries|commands|actions)(\/|$)|^next|^server-only/.test(
        from,
      ),
    )
    .map((from) => `${kind} may not import ${from}`);
};

export const oneEnvironmentReader: Rule = ({ path, text }) =>
  /^(app|components|lib|proxy|instrumentation)/.test(path) &&
  path !== "lib/env.ts" &&
  /process\.env\b(?!\.NEXT_RUNTIME)/.test(text)
    ? ["reads the environment"]
    : [];

/** A full row lock deadlocks with the foreign key of a row just inserted. */
export const locksWithoutKey: Rule = ({ path, text }) =>
  path.startsWith("lib/") && /(?<!NO KEY )\bFOR UPDATE\b/.test(text) ? ["locks a row with its key"] : [];
