import { expect, test } from "vitest";
import { againstDump, againstRestore } from "@/scripts/backup/dump/choose";
import { withoutRows } from "@/scripts/backup/dump/tools";

const tool = (name: string, version: string) => `${name} (PostgreSQL) ${version} (Debian ${version}-0+deb12u1)`;
const tools = (dump: string | undefined, restore = dump) => ({
  dump: dump && tool("pg_dump", dump),
  restore: restore && tool("pg_restore", restore),
});

test.each([
  ["15.13 (Debian 15.13-0+deb12u1)", tools("15.18")],
  ["15.13", tools("16.4")],
  ["17.6", tools("18.4")],
  ["18beta1", tools("18.4")],
])("a server of %s is written by pg_dump and pg_restore of its version, or of a later one", (server, found) => {
  expect(againstDump({ server, ...found }, false)).toBeUndefined();
});

test.each([
  ["18.4", tools("18.4"), true, /embedded/],
  ["15.13", tools(undefined), false, /no pg_dump on the PATH/],
  ["15.13", { ...tools("15.13"), restore: undefined }, false, /no pg_restore on the PATH/],
  ["18.4", tools("15.18"), false, /pg_dump \(PostgreSQL\) 15\.18 .* does not suit a server of 18/],
  ["18.4", tools("18.4", "15.18"), false, /pg_restore \(PostgreSQL\) 15\.18/],
  // What 17 sets, a server before 17 refuses: the dump would be taken and not come back.
  ["16.9", tools("17.6"), false, /pg_dump \(PostgreSQL\) 17\.6 .* does not suit a server of 16/],
])(
  "a server of %s is written by the portal itself where the tools are %j, embedded %s",
  (server, found, embedded, why) => {
    expect(againstDump({ server, ...found }, embedded)).toMatch(why);
  },
);

test.each([
  ["15.13", "15.13", "15.13", "15.18"],
  ["16.4", "15.13", "16.9", "16.4"],
  ["15.13", "15.13", "18.4", "18.4"],
])("a dump by %s of a server of %s comes back on %s with pg_restore %s", (by, from, server, restore) => {
  expect(againstRestore({ by: tool("pg_dump", by), from }, { server, ...tools(restore) })).toBeUndefined();
});

test.each([
  ["15.13", "15.13", "15.13", undefined, /needs pg_restore 15 on the PATH, here is none/],
  ["18.4", "18.4", "18.4", "15.18", /needs pg_restore 18 on the PATH, here is pg_restore \(PostgreSQL\) 15\.18/],
  ["15.13", "15.13", "18.4", "15.18", /needs pg_restore 18/],
  ["16.4", "15.13", "15.13", "15.18", /needs pg_restore 16/],
  ["15.13", "15.13", "15.13", "17.6", /needs pg_restore 15 on the PATH/],
  ["18.4", "17.6", "16.9", "18.4", /taken from PostgreSQL 17, the server here is 16/],
  ["16.4", "16.4", "15.13", "16.4", /taken from PostgreSQL 16, the server here is 15/],
])("a dump by %s of a server of %s does not come back on %s with pg_restore %s", (by, from, server, restore, why) => {
  expect(againstRestore({ by: tool("pg_dump", by), from }, { server, ...tools(restore) })).toMatch(why);
});

test("I31: what a tool says of a failure is told without what the server quoted of a row", () => {
  const words = [
    'pg_restore: while PROCESSING TOC:\npg_restore: error: COPY failed for table "trainees": ERROR:  date out of range: "3000-13-01"',
    'CONTEXT:  COPY trainees, line 1, column birth_date: "3000-13-01"',
    'pg_restore: error: could not execute query: ERROR:  could not create unique index "one_trainee_per_id_number"',
    "DETAIL:  Key (id_number_hash)=(abc) is duplicated.",
    'pg_restore: error: could not execute query: ERROR:  invalid input syntax for type uuid: "abc"',
  ];

  expect(withoutRows(words.join("\n"))).toBe(
    [
      'pg_restore: error: COPY failed for table "trainees"',
      'pg_restore: error: could not execute query: ERROR:  could not create unique index "one_trainee_per_id_number"',
      "pg_restore: error: could not execute query: ERROR:  invalid input syntax for type uuid",
    ].join("\n"),
  );
});
