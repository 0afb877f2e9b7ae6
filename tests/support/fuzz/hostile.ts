import fc from "fast-check";

/** A part of a form: its name, and a text, raw bytes, or a file. */
export type Part = { name: string; value: string | Buffer; filename?: string };

const bytes = (hex: string) => Buffer.from(hex, "hex");

/** What no field of ours expects: other types, sizes, encodings and alphabets than the right ones, and what breaks careless code. */
const hostileValues: (string | Buffer)[] = [
  ...[
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\u202e\u200b",
    "\ufeff",
    "e\u0301".repeat(200),
    "👩‍👩‍👧‍👦",
    "བཀྲ་ཤིས",
    "ﷺ".repeat(60),
  ],
  ...[
    "null",
    "undefined",
    "true",
    "NaN",
    "Infinity",
    "-0",
    "-1",
    "0",
    "1e5",
    "1E400",
    "0x10",
    "0.1",
    "1,000",
    "１２３",
    "１e５",
  ],
  ...["2147483648", "9223372036854775808", "9".repeat(400), `1${"0".repeat(13)}`, "999999999.999999", "0.0000001"],
  ...[
    "2018-02-30",
    "0000-00-00",
    "9999-12-31",
    "-000001-01-01",
    "2018-13-01",
    "1899-12-31",
    "275761-01-01",
    "25:00",
    "24:00",
  ],
  ...["[]", "{}", '{"$gt":""}', "[object Object]", '["a"]', "__proto__", "constructor", "toString", "hasOwnProperty"],
  ...[
    "'; DROP TABLE trainees; --",
    "\\",
    "%",
    "%00",
    "_",
    "#{7*7}",
    "{{7*7}}",
    "<script>alert(1)</script>",
    "\r\nx: y",
  ],
  ...["../../../../etc/passwd", "file:///etc/passwd", "//evil.example", "javascript:alert(1)", "=cmd|' /C calc'!A0"],
  ...[
    "00000000-0000-0000-0000-000000000000",
    "FFFFFFFF-FFFF-7FFF-8FFF-FFFFFFFFFFFF",
    "51333819900101123",
    "x".repeat(100_000),
  ],
  ...[bytes("eda080"), bytes("fffe00d8"), bytes("c0af"), bytes("f4908080"), bytes("80"), bytes("610062")],
];
const strangeNames = ["__proto__", "constructor", "toString", "role", "state", "createdById", "version[]", "[]", "名"];

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
      kind: fc.constant("text" as const),
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

const befores = [
  ...[
    "null",
    "[]",
    "1e999",
    '"$undefined"',
    '"$K1"',
    '"$F1"',
    '"$@1"',
    '"$Q1"',
    '"$D2018"',
    '"$n99"',
    '"$B1"',
    '"$1:a:b"',
    '"$$"',
  ],
  ...[
    '{"__proto__":{"a":1}}',
    '{"state":"done","value":{"to":"//evil.example"}}',
    '{"then":"$K1"}',
    "[".repeat(2_000),
    '{"a":'.repeat(500),
  ],
];
const types = [
  "multipart/form-data",
  "multipart/form-data; boundary=other",
  "application/x-www-form-urlencoded",
  "text/plain",
  "application/json",
];
const numbers = ["", "0", "f".repeat(42), "0".repeat(40), "../../x", "__proto__", "f".repeat(5_000)];

/** A call wrapped wrongly. */
export const envelopes = fc.oneof(
  fc.record({ before: fc.constantFrom(...befores) }),
  fc.record({ type: fc.constantFrom(...types) }),
  fc.record({ id: fc.constantFrom(...numbers) }),
  fc.record({ cut: fc.nat(600) }),
);
