import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tallyColumns } from "@/lib/report/sheet/tally-cells";
import en from "@/lib/wording/en/report.json";
import zh from "@/lib/wording/zh-CN/report.json";

const columns = ["seats", ...Object.keys(tallyColumns)];

test("U04: each count of the reports of completion is defined in both languages and in docs/figures.md", () => {
  const documented = [...readFileSync("docs/figures.md", "utf8").matchAll(/^\| \S+ \| `(\w+)` \|/gm)].map(
    ([, key]) => key,
  );

  expect(Object.keys(zh.definitions)).toEqual(columns);
  expect(Object.keys(en.definitions)).toEqual(columns);
  expect(documented.slice(0, columns.length)).toEqual(columns);
});
