import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getDMMF } from "@prisma/get-dmmf";

export type Schema = Exclude<ReturnType<typeof getDMMF>, { type: string }>["datamodel"];
export type Model = Schema["models"][number];
export type Field = Model["fields"][number];

const folder = "prisma/schema";
export const schemaFiles = readdirSync(folder).map((name): [string, string] => [
  name,
  readFileSync(path.join(folder, name), "utf8"),
]);

/** Prisma's own reading of its schema. */
export function readSchema(): Schema {
  const said = getDMMF({ datamodel: schemaFiles });
  if ("error" in said) throw said.error;
  return said.datamodel;
}

export const tableOf = ({ name, dbName }: Model) => dbName ?? name;
export const columnOf = ({ name, dbName }: Field) => dbName ?? name;
