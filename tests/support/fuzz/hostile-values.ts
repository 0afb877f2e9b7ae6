const bytes = (hex: string) => Buffer.from(hex, "hex");

/** What no field of ours expects: other types, sizes, encodings and alphabets than the right ones, and what breaks careless code. */
export const hostileValues: (string | Buffer)[] = [
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
    // Composing costs the square of the signs on one letter: within the bound of a field, over it, and nearly all that a form may weigh.
    ...[9_000, 20_000, 300_000].map((signs) => "\u0F72\u0F74".repeat(signs / 2)),
  ],
  ...[bytes("eda080"), bytes("fffe00d8"), bytes("c0af"), bytes("f4908080"), bytes("80"), bytes("610062")],
];

/** Names that no form of ours has. */
export const strangeNames = [
  "__proto__",
  "constructor",
  "toString",
  "role",
  "state",
  "createdById",
  "version[]",
  "a\u0000",
  "[]",
  "名",
];

/** What might be sent for the answer a form had had. */
export const befores = [
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

export const types = [
  "multipart/form-data",
  "multipart/form-data; boundary=other",
  "application/x-www-form-urlencoded",
  "text/plain",
  "application/json",
];

/** Under which no action is found. */
export const numbers = ["", "0", "f".repeat(42), "0".repeat(40), "../../x", "__proto__", "f".repeat(5_000)];

/** The names under which pages read their query, and some that none does. */
export const parameters = [
  "q",
  "who",
  "page",
  "size",
  "sort",
  "status",
  "state",
  "year",
  "month",
  "week",
  "day",
  "from",
  "project",
  "cohort",
  "done",
  "asOf",
  "kind",
  "by",
  "__proto__",
  "view",
];
