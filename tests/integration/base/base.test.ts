import { beforeEach, expect, test } from "vitest";
import { agreeOnKey, foundBase, keyCheck } from "@/lib/base/commands";
import { findBase } from "@/lib/base/queries";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";

const names = { name: "青羊·得荣培训基地", shortName: "培训基地", organiser: "得荣县", operator: "县职校" };
const notes = () => sql("owner", "SELECT verb, actor_role FROM audit_entries WHERE subject_type = 'base' ORDER BY id");
const byHand = (statement: string) => sql("owner", `SET session_replication_role = replica; ${statement}`);

beforeEach(() => byHand("DELETE FROM base; DELETE FROM audit_entries WHERE subject_type = 'base'"));

test("a base is founded once, also by two starts at once, and the second keeps the first one's names", async () => {
  await Promise.all([1, 2].map(() => foundBase(names)));
  await foundBase({ ...names, name: "别的基地" });

  expect(await findBase()).toMatchObject({ ...names, isDemo: false, demoDay: null });
  expect(await notes()).toEqual([{ verb: "base.found", actor_role: "OPERATIONS" }]);
});

test("a demonstration says that it is one, and on which day it stands", async () => {
  await foundBase({ ...names, demoDay: day("2018-08-22") });

  expect(await findBase()).toMatchObject({ isDemo: true, demoDay: "2018-08-22" });
});

test("a portal without a base answers that there is none", async () => {
  expect(await findBase()).toBeNull();
});

test("invariants 5: a database written with another key is not agreed on, and keeps its own mark", async () => {
  await foundBase(names);
  expect(await agreeOnKey()).toBe(true);

  await byHand("UPDATE base SET key_check = 'of another key'");

  expect(await agreeOnKey()).toBe(false);
  expect(await sql("owner", "SELECT key_check FROM base")).toEqual([{ key_check: "of another key" }]);
});

test("invariants 5: a database without the mark gets it once, noted", async () => {
  await foundBase(names);
  await byHand("UPDATE base SET key_check = NULL");

  expect([await agreeOnKey(), await agreeOnKey()]).toEqual([true, true]);

  expect(await sql("owner", "SELECT key_check FROM base")).toEqual([{ key_check: keyCheck() }]);
  expect((await notes()).map(({ verb }) => verb)).toEqual(["base.found", "base.agreeOnKey"]);
});

test("I29: the portal's role neither removes the base nor makes a second one", async () => {
  await foundBase(names);

  await expect(sql("app", "DELETE FROM base")).rejects.toMatchObject({ code: "42501" });
  await expect(
    sql("app", "INSERT INTO base (id, name, short_name, organiser, operator) VALUES (2, 'x', 'x', 'x', 'x')"),
  ).rejects.toThrow();
});
