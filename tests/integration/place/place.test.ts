import { beforeAll, expect, test } from "vitest";
import { listDivisions, listTownships, listVillages, searchVillages } from "@/lib/place/queries";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";

// Two townships become one on 1 January 2031; codes of no county, so that they stand behind all others.
beforeAll(async () => {
  await sql(
    "owner",
    `SET session_replication_role = replica;
     INSERT INTO townships (code, name, pinyin, valid_from, valid_to, successor_code) VALUES
       ('999903', '新合镇', 'xinhe', '2031-01-01', NULL, NULL),
       ('999901', '上合乡', 'shanghe', '2018-01-01', '2030-12-31', '999903'),
       ('999902', '下合乡', 'xiahe', '2018-01-01', '2030-12-31', '999903');
     INSERT INTO villages (code, name, township_code, kind, valid_from, valid_to) VALUES
       ('999901000002', '雪钦村', '999901', 'VILLAGE', '2018-01-01', NULL),
       ('999901000001', '达措村', '999901', 'VILLAGE', '2018-01-01', '2025-06-30'),
       ('999902000001', '雪堆村', '999902', 'VILLAGE', '2018-01-01', '2030-12-31'),
       ('999903000001', '雪钦社区', '999903', 'COMMITTEE', '2031-01-01', NULL)`,
  );
});

const [before, last, after] = [day("2018-08-22"), day("2030-12-31"), day("2031-01-01")];
const own = <Place extends { code: string }>(places: Place[]) =>
  places.filter(({ code }) => code.startsWith("9999")).map(({ code }) => code);
const found = async (q: string, on = before, limit?: number) => own(await searchVillages(on, q, limit));

test("domain 8.2: the townships of a day are those in force on it, the last day with them", async () => {
  expect(own(await listTownships(before))).toEqual(["999901", "999902"]);
  expect(own(await listTownships(last))).toEqual(["999901", "999902"]);
  expect(own(await listTownships(after))).toEqual(["999903"]);
});

test("domain 8.2: a village is chosen while it and its township are in force, each under its township", async () => {
  const villages = await listVillages(before);

  expect(own(villages)).toEqual(["999901000001", "999901000002", "999902000001"]);
  expect(villages.find(({ code }) => code === "999901000002")).toMatchObject({
    name: "雪钦村",
    township: { name: "上合乡", pinyin: "shanghe" },
  });
  expect(own(await listVillages(last))).toEqual(["999901000002", "999902000001"]);
  // It has no last day of its own; it went with its township.
  expect(own(await listVillages(after))).toEqual(["999903000001"]);
});

test("a village is found as written, by pinyin, by initials, and by its township", async () => {
  expect(await found("雪钦")).toEqual(["999901000002"]);
  expect(await found(" XueQin ")).toEqual(["999901000002"]);
  expect(await found("xq")).toContain("999901000002");
  expect(await found("下合")).toEqual(["999902000001"]);
  expect(await found("雪钦", after)).toEqual(["999903000001"]);
});

test("letters of which nothing begins find nothing, no letters find nothing, and a list has its limit", async () => {
  expect(await found("qin")).not.toContain("999901000002");
  expect(await searchVillages(before, "  ")).toEqual([]);
  expect(await searchVillages(before, "村")).toHaveLength(12);
  expect(await searchVillages(before, "村", 3)).toHaveLength(3);
});

test("domain 8.2: the divisions are told with those that ended, their span, their successor and all their villages", async () => {
  const divisions = (await listDivisions()).filter(({ code }) => code.startsWith("9999"));

  expect(divisions.map(({ code, successor }) => [code, successor])).toEqual([
    ["999901", "新合镇"],
    ["999902", "新合镇"],
    ["999903", null],
  ]);
  expect(divisions[0]).toMatchObject({ validFrom: "2018-01-01", validTo: "2030-12-31" });
  expect(divisions[0]?.villages).toEqual([
    { code: "999901000001", name: "达措村", validFrom: "2018-01-01", validTo: "2025-06-30" },
    { code: "999901000002", name: "雪钦村", validFrom: "2018-01-01", validTo: null },
  ]);
});

test.each(["UPDATE townships SET name = 'x'", "DELETE FROM villages", "UPDATE villages SET valid_to = NULL"])(
  "invariants 6: the portal's role may not: %s",
  async (statement) => {
    await expect(sql("app", statement)).rejects.toMatchObject({ code: "42501" });
  },
);
