import { columnsOf, unsupportedColumns } from "./columns";
import { columnOf, type Model, readSchema, type Schema, schemaFiles, tableOf } from "./schema";

/** The tables of Prisma's schema, in the words of `tablesInDatabase`. */
export function tablesInSchema(): Record<string, string> {
  const { models, enums, indexes } = readSchema();
  const byName = new Map(models.map((model) => [model.name, model]));
  return Object.fromEntries([
    ...models.flatMap(columnsOf),
    ...schemaFiles.flatMap(([, text]) => unsupportedColumns(text, byName)),
    ...enums.map(({ name, values }) => [`enum ${name}`, values.map((value) => value.name).join(", ")]),
    ...indexes.map((index) => indexOf(index, byName)),
    ...models.flatMap((model) => foreignKeysOf(model, byName)),
  ]);
}

function indexOf({ model: on, type, dbName, fields }: Schema["indexes"][number], models: Map<string, Model>) {
  const table = tableOf(models.get(on) as Model);
  const names = columns(
    models.get(on),
    fields.map(({ name }) => name),
  );
  if (type === "id") return [`key ${table}.${dbName ?? `${table}_pkey`}`, `PRIMARY KEY (${names.join(", ")})`];

  const name = dbName ?? nameOf(table, names, type === "unique" ? "key" : "idx");
  const create = type === "unique" ? "CREATE UNIQUE INDEX" : "CREATE INDEX";
  return [`index ${name}`, `${create} ${name} ON public.${table} USING btree (${names.join(", ")})`];
}

const foreignKeysOf = (model: Model, models: Map<string, Model>) =>
  model.fields.flatMap((field) => {
    if (!field.relationFromFields?.length) return [];
    const from = columns(model, field.relationFromFields);
    const to = columns(models.get(field.type), field.relationToFields ?? []);
    const target = `${tableOf(models.get(field.type) as Model)}(${to.join(", ")})`;
    const acts = `ON UPDATE ${inSql(field.relationOnUpdate ?? "Cascade")} ON DELETE ${inSql(field.relationOnDelete ?? "Restrict")}`;
    const name = `key ${tableOf(model)}.${nameOf(tableOf(model), from, "fkey")}`;
    return [[name, `FOREIGN KEY (${from.join(", ")}) REFERENCES ${target} ${acts}`]];
  });

/** "SetNull" is written SET NULL. */
const inSql = (act: string) => act.replace(/(?<=[a-z])[A-Z]/g, " $&").toUpperCase();

const columns = (model: Model | undefined, fields: readonly string[]) =>
  fields.map((name) => {
    const field = model?.fields.find((one) => one.name === name);
    return field ? columnOf(field) : name;
  });

/** As Prisma names what its schema leaves unnamed: PostgreSQL takes 63 letters. */
const nameOf = (table: string, columns: string[], ending: string) =>
  `${[table, ...columns].join("_").slice(0, 62 - ending.length)}_${ending}`;
