import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { permissions } from "@/lib/auth/permissions";
import { fundFilter } from "@/lib/fund/schema/filter";
import { nameOfFile } from "@/lib/report/commands/export";
import { fileAddress } from "@/lib/report/rules";
import { disposition, fileName } from "@/lib/report/send-report";
import { readFilter, reports } from "@/lib/report/sheet/list";
import { locales, messagesIn } from "@/lib/wording/messages";

test("invariants 5.1: what an address holds besides its filter, twice or wrong is no filter", () => {
  const read = (query: string) => readFilter({ filter: fundFilter }, new URLSearchParams(query));

  expect(read("year=2018&asOf=2018-08-22")).toEqual({ year: 2018, asOf: "2018-08-22" });
  for (const query of ["year=2018&x=1", "year=2018&year=2017", "year=abc", "asOf=2018-02-30", "project=1", "late=no"])
    expect(read(query)).toBeUndefined();
});

test("U14: a file is named by the report, what it is about and the day", () => {
  expect(nameOfFile(["结业名册", "2026年第18期", "20260320"], "xlsx")).toBe("结业名册_2026年第18期_20260320.xlsx");
  expect(nameOfFile(["a/b", "c: d*?", "x"], "csv")).toBe("ab_cd_x.csv");
});

test("RFC 5987: a Chinese name travels in a header of plain characters", () => {
  expect(disposition("花名册 (1)'.xlsx", "roster.xlsx")).toBe(
    "attachment; filename=\"roster.xlsx\"; filename*=UTF-8''%E8%8A%B1%E5%90%8D%E5%86%8C%20%281%29%27.xlsx",
  );
});

test("every report that is written stands on the list, or its button would lead nowhere", () => {
  const folder = "lib/report/queries";
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const files = names.map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  const written = files.flatMap((text) =>
    [...text.matchAll(/= report\(\{\s+kind: "([\w-]+)"/g)].map(([, kind]) => kind),
  );

  expect(written.length).toBeGreaterThan(8);
  expect(written.filter((kind) => !reports.some((report) => report.kind === kind))).toEqual([]);
});

test.each(reports)("every report can be found and read: $kind", ({ kind, permission, columns }) => {
  expect(fileName.safeParse(`${kind}.xlsx`).data).toEqual({ kind, format: "xlsx" });
  expect(permissions).toContain(permission);
  expect(fileAddress({ kind, permission }, "csv", "a=1")).toMatch(/^\/(reports|fund|admin)\/files\/[a-z-]+\.csv\?a=1$/);
  for (const locale of locales()) {
    const words = (messagesIn(locale).report.kinds as Record<string, { title: string; columns?: object }>)[kind];
    expect(words?.title).toBeTruthy();
    expect(Object.keys(words?.columns ?? {})).toEqual(Object.keys(columns));
  }
});

test.each(reports)("R83: a workbook can say the name and the columns of $kind", ({ kind, columns }) => {
  for (const locale of locales()) {
    const { title } = (messagesIn(locale).report.kinds as Record<string, { title: string }>)[kind] ?? { title: "" };
    expect(title).not.toMatch(/[[\]:*?/\\]|^'|'$/);
  }
  expect(Object.keys(columns).length).toBeLessThanOrEqual(26);
});

test("R94: what the aid office may take has no personal column", () => {
  const personal = reports.filter(({ columns }) => Object.values(columns).some((column) => column.personal));

  expect(personal.map(({ permission }) => permission)).not.toContain("fund:export");
  expect(new Set(reports.map(({ kind }) => kind)).size).toBe(reports.length);
});
