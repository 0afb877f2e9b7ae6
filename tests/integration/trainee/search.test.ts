import { beforeAll, expect, test } from "vitest";
import { registerTrainee } from "@/lib/trainee/commands/register";
import { listTrainees } from "@/lib/trainee/queries/list";
import { findTrainee } from "@/lib/trainee/queries/record";
import { searchTrainees } from "@/lib/trainee/queries/search";
import { registerTraineeInput, traineeFilter } from "@/lib/trainee/schema";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const ids: Record<string, string> = {};

async function register(name: string, typed: Record<string, unknown> = {}) {
  const input = registerTraineeInput.parse({
    idNumber: make.idNumber(),
    name,
    villageContact: "村委会",
    villageCode: "513338101201",
    ethnicity: "04",
    category: "NZY",
    noticeWay: "ORAL",
    noticeGivenOn: "2018-06-01",
    ...typed,
  });
  ids[name] = (await registerTrainee(make.actor(), input)).id;
}

beforeAll(async () => {
  await register("扎西次仁", { idNumber: "513338198802039973", phone: "13812345678", villageCode: "513338100202" });
  await register("单增", { villageCode: "513338202201", registeredPoor: "on" });
  await register("拥忠卓玛", { nameTibetan: "གཡུང་དྲུང་སྒྲོལ་མ", category: "TP", idNumber: "51333819910106998X" });
  await register("阿卜杜拉·买买提");
});

test.each([
  ["扎", "扎西次仁"],
  ["次仁", "扎西次仁"],
  ["zhaxi", "扎西次仁"],
  ["zxcr", "扎西次仁"],
  ["ZXCR", "扎西次仁"],
  ["zhaxiciren", "扎西次仁"],
  ["danzeng", "单增"],
  ["dz", "单增"],
  ["shanzeng", "单增"],
  ["sz", "单增"],
  ["སྒྲོལ", "拥忠卓玛"],
  ["阿卜杜拉买买提", "阿卜杜拉·买买提"],
  ["9973", "扎西次仁"],
  ["998x", "拥忠卓玛"],
  ["998X", "拥忠卓玛"],
  ["5678", "扎西次仁"],
])("U06: %s finds %s", async (q, name) => {
  const found = await searchTrainees(q);

  expect(found.map((one) => one.id)).toContain(ids[name]);
});

test.each(["西扎", "xyz", "0000", "", "  ", "%", "扎西次仁扎西次仁"])("U06: %s finds nobody", async (q) => {
  expect(await searchTrainees(q)).toEqual([]);
});

test("R91: a hit tells name, sex, year of birth, village and the last four, and nothing more", async () => {
  const [hit] = await searchTrainees("zxcr");

  expect(hit).toEqual({
    id: ids.扎西次仁,
    name: "扎西次仁",
    sex: "MALE",
    birthDay: "1988-02-03",
    birthYear: 1988,
    township: "松麦镇",
    village: "扎格村",
    lastFour: "9973",
  });
});

test("U02: the list filters by township, category and poverty, sorts and pages as its address says", async () => {
  const list = async (query: Record<string, string>) =>
    (await listTrainees(traineeFilter.parse(query))).trainees.map(({ name }) => name);

  expect(await list({ township: "513338100" })).toEqual(["扎西次仁"]);
  expect(await list({ township: "513338103" })).toEqual(["单增"]);
  expect(await list({ category: "TP" })).toEqual(["拥忠卓玛"]);
  expect(await list({ poor: "yes" })).toEqual(["单增"]);
  expect(await list({ poor: "no", q: "zhaxi" })).toEqual(["扎西次仁"]);
  expect(await list({})).toEqual(["阿卜杜拉·买买提", "单增", "拥忠卓玛", "扎西次仁"]);
  expect(await list({ sort: "-name" })).toEqual(["扎西次仁", "拥忠卓玛", "单增", "阿卜杜拉·买买提"]);
  expect(await list({ size: "20", page: "2" })).toEqual([]);
  expect(await list({ sort: "password", page: "x", size: "7" })).toHaveLength(4);
});

test("R91: list and record carry masked numbers only", async () => {
  const { trainees, total, capped } = await listTrainees(traineeFilter.parse({ q: "zxcr" }));
  const record = await findTrainee(ids.扎西次仁 as string);

  expect([total, capped]).toEqual([1, false]);
  expect(trainees[0]).toMatchObject({ idNumber: "513***********9973", phone: "138****5678" });
  expect(record).toMatchObject({
    idNumber: "513***********9973",
    phone: "138****5678",
    renamed: { township: "太阳谷镇", after: "2019-12-31" },
  });
  expect(JSON.stringify([trainees, record])).not.toMatch(/513338198802039973|13812345678|Sealed|Hash/);
});

test("U06: one character among 200,000 people is an index-only range that stops at its limit", async () => {
  await sql("owner", "ALTER TABLE trainee_search_keys DISABLE TRIGGER ALL");
  await sql(
    "owner",
    `INSERT INTO trainee_search_keys (key, trainee_id)
     SELECT (ARRAY['扎','拥','次','白','zha','yong','ci','bai'])[1 + n % 8] || md5(n::text), gen_random_uuid() FROM generate_series(1, 200000) AS n`,
  );
  await sql("owner", "VACUUM ANALYZE trainee_search_keys");

  const plan = await sql<{ "QUERY PLAN": string }>(
    "app",
    `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) SELECT trainee_id FROM trainee_search_keys WHERE key >= '扎' AND key < U&'\\624E\\+10FFFF' ORDER BY key LIMIT 30`,
  );

  const lines = plan.map((line) => line["QUERY PLAN"]).join("\n");
  expect(lines).toMatch(/^Limit/);
  expect(lines).toContain("Index Only Scan using trainee_search_keys_pkey");
  expect(lines).not.toMatch(/Sort|Seq Scan/);
  // Pages, not milliseconds: what a range reads does not depend on who else is busy.
  expect(Number(/Buffers: shared hit=(\d+)/.exec(lines)?.[1])).toBeLessThan(40);
  expect(lines).not.toMatch(/Buffers:.*read=[1-9]\d/);
});
