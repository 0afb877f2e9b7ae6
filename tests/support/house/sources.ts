import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of the house: its path from the root and its text. */
export type Source = { path: string; text: string };

/** What is wrong with one file, or with the house as a whole. */
export type Rule = (source: Source, house: Source[]) => string[];

const rooms = [
  "app",
  "components",
  "docs",
  "lib",
  "prisma/laws",
  "prisma/migrations",
  "prisma/seed",
  "public",
  "scripts",
  "tests",
];
const alone = ["README.md", "instrumentation.ts", "proxy.ts"];

/** Every file of the house that people write: code, laws, wording, documents. */
export function listSources(root: string): Source[] {
  const files = rooms.flatMap((room) => namesIn(join(root, room)).map((name) => `${room}/${name}`));
  return [...files, ...alone]
    .filter((path) => /\.(tsx?|mts|mjs|sql|json|md|css)$/.test(path) && !isHistory(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Migrations older than prisma/laws stand as they were written. */
const isHistory = (path: string): boolean =>
  path.startsWith("prisma/migrations/") && path < "prisma/migrations/20261129120000";

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  } catch {
    return [];
  }
}

export const isCode = ({ path }: Source): boolean => /\.(tsx?|mts|mjs)$/.test(path);
export const roomOf = (path: string): string => path.split("/")[0] as string;
/** `lib/cohort/queries/record.ts` and `lib/env.ts` stand for the subjects `cohort` and `env`. */
export const subjectOf = (path: string): string => bare(path.split("/")[1] ?? "");
/** What a file of a subject is: `queries`, `rules`, `commands` and so on; a subject within a subject has its own. */
export function kindOf(path: string): string {
  const [, , kind = "", ofPart = ""] = path.split("/");
  return bare(parts.includes(kind) ? ofPart : kind);
}
const parts = ["factor", "sign-in", "search"];
export const bare = (file: string): string => file.replace(/(\.d)?\.(m?tsx?|mjs)$/, "");

/** What a file imports, from the root; what stands beside it by its own folder. */
export function importsOf({ path, text }: Source): string[] {
  const folder = path.split("/").slice(0, -1);
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, from = ""]) => {
    if (from.startsWith("@/")) return from.slice(2);
    if (!from.startsWith(".")) return from;
    const way = [...folder];
    for (const step of from.split("/")) {
      if (step === "..") way.pop();
      else if (step !== ".") way.push(step);
    }
    return way.join("/");
  });
}
