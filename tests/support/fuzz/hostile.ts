import fc from "fast-check";
import { befores, hostileValues, numbers, strangeNames, types } from "./hostile-values";

/** A part of a form: its name, and a text, raw bytes, or a file. */
export type Part = { name: string; value: string | Buffer; filename?: string };

/** One field gone, doubled, made a list or a file, given a strange value, or joined by one nobody asked for. */
const change = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("value" as const),
      at: fc.nat(30),
      value: fc.constantFrom(...hostileValues),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("gone" as const, "doubled" as const, "list" as const, "file" as const),
      at: fc.nat(30),
      value: fc.constantFrom(...hostileValues),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("unknown" as const),
      at: fc.nat(strangeNames.length - 1),
      value: fc.constantFrom(...hostileValues),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("text" as const, "many" as const),
      at: fc.nat(30),
      value: fc.string({ unit: "binary", maxLength: 80 }),
    }),
  },
);

export type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

/** What is done to an otherwise right form, mostly at one or two places; none at all now and then, so that the form gets through. */
export const malformed = fc.array(change, { maxLength: 4 });

export function changed(parts: Part[], changes: Change[]): Part[] {
  let all = parts;
  for (const { kind, at, value } of changes) {
    const chosen = all[at % Math.max(1, all.length)];
    if (kind === "unknown" || !chosen) all = [...all, { name: strangeNames[at % strangeNames.length] ?? "", value }];
    else if (kind === "many")
      all = [...all, ...Array.from({ length: 100 * at }, (_, n) => ({ name: `f${n}`, value: "" }))];
    else if (kind === "gone") all = all.filter((part) => part !== chosen);
    else if (kind === "doubled") all = [...all, { ...chosen, value }];
    else all = all.map((part) => (part === chosen ? altered(part, kind, value) : part));
  }
  return all;
}

function altered(part: Part, kind: Change["kind"], value: string | Buffer): Part {
  if (kind === "list") return { ...part, name: part.name.endsWith("[]") ? part.name.slice(0, -2) : `${part.name}[]` };
  return kind === "file" ? { ...part, value, filename: "a.txt" } : { ...part, value };
}

/** Ends of addresses: the same values where a page reads its query or the id of a record. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    ...hostileValues.filter((value): value is string => typeof value === "string" && value.length < 2_000),
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);

/** A call wrapped wrongly. */
export const envelopes = fc.oneof(
  fc.record({ before: fc.constantFrom(...befores) }),
  fc.record({ type: fc.constantFrom(...types) }),
  fc.record({ id: fc.constantFrom(...numbers) }),
  fc.record({ cut: fc.nat(600) }),
);
