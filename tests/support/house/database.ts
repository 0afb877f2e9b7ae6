import { importsOf, isCode, kindOf, type Rule, roomOf, subjectOf } from "./sources";

const client = "lib/database/db";
const asking = ["queries", "commands", "parameter"];
const technical = ["database", "command", "auth", "audit", "server"];

/** Rule 2: only queries and commands, and the rooms under them, import the client; pages and components never. */
export const clientStaysBelow: Rule = (source) => {
  const { path } = source;
  if (!["app", "components", "lib"].includes(roomOf(path)) || !isCode(source)) return [];
  const mayAsk = roomOf(path) === "lib" && (technical.includes(subjectOf(path)) || asking.includes(kindOf(path)));
  // A signature may say which transaction it is handed; only who asks brings the client along.
  const types = new RegExp(`^import type [^;]*["']@/${client}["'];`, "gm");
  const imports = importsOf({ ...source, text: source.text.replace(types, "") });
  return !mayAsk && imports.includes(client) ? ["imports the database client"] : [];
};

const write =
  /\b\w+\.(\w+)\.(?:create|createMany|createManyAndReturn|update|updateMany|delete|deleteMany|upsert)\(|\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(?:public\.)?([a-z_]+)"?/g;

const known = new Map<string, string[]>();

/** The tables a file writes, by the name of the model or of the table. */
function writtenBy(text: string): string[] {
  const found = known.get(text) ?? [
    ...new Set([...text.matchAll(write)].map(([, model, table]) => tableOf(model ?? table ?? ""))),
  ];
  known.set(text, found);
  return found;
}

/** `trainingYear` and `training_years` are one. */
const tableOf = (name: string): string =>
  name
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replace(/ies$/, "y")
    .replace(/s$/, "");

/** Rule 3: queries do not write. */
export const queriesOnlyRead: Rule = (source) => {
  if (roomOf(source.path) !== "lib" || kindOf(source.path) !== "queries") return [];
  const code = source.text.replace(/FOR (NO KEY )?UPDATE/g, "");
  return /executeRaw/.test(code) || writtenBy(code).length > 0 ? ["is a query that writes"] : [];
};

/** Rule 3: a table is written by the commands of one subject. */
export const oneWriterForATable: Rule = (source, house) => {
  if (!isWriter(source.path)) return [];
  return writtenBy(source.text).flatMap((table) => {
    const subjects = house.filter(({ path, text }) => isWriter(path) && writtenBy(text).includes(table));
    const others = [...new Set(subjects.map(({ path }) => subjectOf(path)))].filter(
      (subject) => subject !== subjectOf(source.path),
    );
    return others.length > 0 ? [`writes ${table}, as ${others.sort().join(", ")} does`] : [];
  });
};

const isWriter = (path: string): boolean => roomOf(path) === "lib" && ["commands"].includes(kindOf(path));
