import { expect, test } from "vitest";
import { agreeOnKey, foundBase } from "@/lib/base/commands";
import { sql } from "@/tests/support/database";

const names = { name: "基地", shortName: "基地", organiser: "主办", operator: "承办" };

test("a base is founded once and keeps the mark of its data key", async () => {
  await foundBase(names);
  await foundBase({ ...names, name: "另一个" });

  expect(await sql("owner", "SELECT name, key_check IS NOT NULL AS marked FROM base")).toEqual([
    { name: "基地", marked: true },
  ]);
  expect(await agreeOnKey()).toBe(true);
});

test("I31: a database written with another data key is refused", async () => {
  await sql("owner", "SET session_replication_role = replica; UPDATE base SET key_check = 'the mark of another key'");

  expect(await agreeOnKey()).toBe(false);
});

test("a database without the mark gets it", async () => {
  await sql("owner", "SET session_replication_role = replica; UPDATE base SET key_check = NULL");

  expect(await agreeOnKey()).toBe(true);
  expect(await sql("owner", "SELECT key_check IS NOT NULL AS marked FROM base")).toEqual([{ marked: true }]);
});
