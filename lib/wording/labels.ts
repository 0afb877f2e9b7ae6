import type { Messages } from "./messages";

type Fields = Messages["field"];
/** A subject whose columns have labels of their own. */
export type Labelled = Exclude<keyof Fields, "common">;

/** What is one kind of another subject: where it says nothing of its own, the other's label stands. */
const kindOf = {
  ...{ plan: "money", revenue: "money", appropriation: "money", disbursement: "money", progress: "money" },
  ...{ outside: "money", reversal: "money", adjustment: "project", export: "report" },
} as const;

type Line<Of> = Of | (Of extends keyof typeof kindOf ? (typeof kindOf)[Of] : never);
type Whole<One> = (One extends unknown ? (one: One) => void : never) extends (all: infer Every) => void ? Every : never;

/** The labels a subject knows, by the names of its columns. */
export type Labels<Of extends Labelled> = Of extends unknown
  ? Fields["common"] & Whole<Fields[Line<Of> & keyof Fields]>
  : never;

/** Where the label of a column may stand, the nearest first: with its subject, then with those that all subjects share. */
export const labelKeys = (subject: string, column: string): string[] =>
  [...lineOf(subject), "common"].map((one) => `field.${one}.${column}`);

/** All labels of a subject at once, as a form and the table beside it need them. */
export const labelsIn = <Of extends Labelled>(fields: Fields, subject: Of): Labels<Of> =>
  Object.assign(
    {},
    fields.common,
    ...lineOf(subject)
      .toReversed()
      .map((one) => fields[one as Labelled]),
  ) as Labels<Of>;

const lineOf = (subject: string): string[] =>
  [subject, (kindOf as Record<string, string>)[subject]].filter((one) => one !== undefined);
