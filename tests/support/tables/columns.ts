import { columnOf, type Field, type Model, tableOf } from "./schema";

type Default = string | number | boolean | readonly unknown[] | { name: string; args: readonly unknown[] };

/** The columns of a model, but those that Prisma leaves out: `unsupportedColumns` finds them. */
export const columnsOf = (model: Model) =>
  model.fields
    .filter(({ kind }) => kind !== "object")
    .map((field) => [nameOf(model, columnOf(field)), says(model, field)]);

/** Columns of types that Prisma does not know, in the text of a file of its schema. */
export const unsupportedColumns = (text: string, models: Map<string, Model>) =>
  [...text.matchAll(/^model (\w+) \{$(.*?)^\}$/gms)].flatMap(([, name = "", body = ""]) => {
    const model = models.get(name);
    if (!model) throw new Error(`Prisma reads no model ${name}`);
    return [...body.matchAll(/^ +(\w+) +Unsupported\("(\w+)"\)(\?)?(?: +@default\(dbgenerated\("(.*)"\)\))?$/gm)].map(
      ([, column = "", type = "", optional, given]) => [
        nameOf(model, column),
        joined(type, Boolean(optional), given?.replaceAll('\\"', '"')),
      ],
    );
  });

function says(model: Model, field: Field): string {
  const type = field.isList ? `${typeOf(field)}[]` : typeOf(field);
  const given = field.default as Default | undefined;
  return joined(type, !field.isRequired, given === undefined ? given : defaultOf(given, model, field));
}

const joined = (type: string, optional: boolean, given: string | undefined) =>
  `${type}${optional ? " null" : ""}${given === undefined ? "" : ` default ${given}`}`;

const types: Record<string, string> = {
  ...{ String: "text", Int: "integer", BigInt: "bigint", Boolean: "boolean", Json: "jsonb", Bytes: "bytea" },
  ...{ Uuid: "uuid", Date: "date" },
};

function typeOf({ kind, type, nativeType }: Field): string {
  if (kind === "enum") return `"${type}"`;
  const [name, [places] = []] = nativeType ?? [type];
  const found = name === "Timestamptz" ? `timestamp(${places}) with time zone` : types[name];
  if (!found) throw new Error(`add the type ${name} to what is compared`);
  return found;
}

function defaultOf(given: Default, model: Model, field: Field): string {
  if (Array.isArray(given)) return `ARRAY[${given.join(", ")}]::${typeOf(field)}[]`;
  if (typeof given === "string") return field.type === "BigInt" ? given : `'${given}'::${typeOf(field)}`;
  if (typeof given !== "object" || !("name" in given)) return String(given);
  if (given.name === "dbgenerated") return String(given.args[0]);
  if (given.name === "autoincrement") return `nextval('${tableOf(model)}_${columnOf(field)}_seq'::regclass)`;
  throw new Error(`add the default ${given.name} to what is compared`);
}

const nameOf = (model: Model, column: string) => `column ${tableOf(model)}.${column}`;
