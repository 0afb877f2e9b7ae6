import { expect, test } from "vitest";
import { z } from "zod";
import { nameOfFile } from "@/lib/report/commands/export";
import { fileAddress, maskNumbers } from "@/lib/report/rules";
import { exportFilter, formats, fullFormat, grantInput, purposes } from "@/lib/report/schema";
import { disposition, fileName } from "@/lib/report/send-report";
import { readFilter } from "@/lib/report/sheet/list";

const wish = { report: "roster", query: "cohort=1", purpose: "SUBSIDY", currentPassword: "x", factorCode: "123456" };
const problems = (change: object) =>
  grantInput
    .safeParse({ ...wish, ...change })
    .error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`);

test("R93: a grant names a paper, a purpose of the list, and what for in a hundred signs at most", () => {
  expect(problems({})).toBeUndefined();
  expect(grantInput.parse({ ...wish, purposeText: " 第2期 " })).toMatchObject({ purposeText: "第2期" });
  expect(grantInput.parse({ ...wish, purposeText: "  " }).purposeText).toBeUndefined();
  expect(problems({ purpose: "" })).toEqual(["purpose choose"]);
  expect(problems({ purpose: "FUN" })).toEqual(["purpose choose"]);
  expect(problems({ purposeText: "用".repeat(101) })).toEqual(["purposeText tooLong"]);
  expect(problems({ currentPassword: "" })).toHaveLength(1);
});

test.each(["../roster", "Roster", "roster.xlsx", "", "r".repeat(41)])(
  "invariants 5: %j is no name of a paper",
  (report) => {
    expect(problems({ report })).toHaveLength(1);
  },
);

test("R82: whole numbers leave as the one format that keeps them, which is one of the formats", () => {
  expect(formats).toContain(fullFormat);
  expect(fullFormat).not.toBe("csv");
  expect(new Set(purposes).size).toBe(purposes.length);
});

test("an address of the list of exports that nobody made is read as far as it makes sense", () => {
  const open = { from: undefined, to: undefined, who: "", report: undefined, numbers: undefined, before: undefined };

  expect(exportFilter.parse({})).toEqual(open);
  expect(exportFilter.parse({ from: "2018-02-30", numbers: "some", before: "1", report: "r".repeat(41) })).toEqual(
    open,
  );
  expect(exportFilter.parse({ who: "名".repeat(61) })).toEqual(open);
  expect(exportFilter.parse({ from: "2018-03-05", who: " 央金 ", numbers: "whole", report: "roster" })).toEqual({
    ...open,
    ...{ from: "2018-03-05", who: "央金", numbers: "whole", report: "roster" },
  });
});

test("U14: a file's name is a paper and a format of ours, and nothing that leads elsewhere", () => {
  expect(fileName.parse("year-completions.csv")).toEqual({ kind: "year-completions", format: "csv" });
  for (const name of ["roster.xlsx.csv", "roster.XLSX", "-.exe", "a/b.csv", "roster.csv?x", ".csv", "r_1.csv"])
    expect(fileName.safeParse(name).success, name).toBe(false);
});

test("each permission has a folder of its own for its files", () => {
  const of = (permission: Parameters<typeof fileAddress>[0]["permission"]) =>
    fileAddress({ kind: "x", permission }, "xlsx", new URLSearchParams({ q: "教学 楼" }));

  expect(of("report:export")).toBe("/reports/files/x.xlsx?q=%E6%95%99%E5%AD%A6+%E6%A5%BC");
  expect([of("fund:export"), of("audit:view")].map((address) => address.split("/")[1])).toEqual(["fund", "admin"]);
});

test("U14: a name of a file keeps what every file system takes", () => {
  expect(nameOfFile(["学员花名册", "2018年第1期（茶艺）", "20180822"], "csv")).toBe(
    "学员花名册_2018年第1期茶艺_20180822.csv",
  );
  expect(nameOfFile(['a:b*c?d"e<f>g|h\\i/j k\n'], "xlsx")).toBe("abcdefghijk.xlsx");
});

test("RFC 5987: a name that would end the header early is written out", () => {
  const header = disposition('a"; filename=evil.exe\r\n.xlsx', "roster.xlsx");

  expect(header).not.toMatch(/[\r\n]/);
  expect(header.split('"')).toHaveLength(3);
});

test("invariants 5.1: an address without anything is a filter where nothing is asked for, and only there", () => {
  const [open, asked] = [z.object({ q: z.string().optional() }), z.object({ cohort: z.uuid() })];

  expect(readFilter({ filter: open }, new URLSearchParams())).toEqual({});
  expect(readFilter({ filter: asked }, new URLSearchParams())).toBeUndefined();
  // The name of every object's own is a field like another, and not known.
  expect(readFilter({ filter: open }, new URLSearchParams("__proto__=1"))).toBeUndefined();
  expect(readFilter({ filter: open }, new URLSearchParams("constructor=1"))).toBeUndefined();
});

test.each([
  ["13800001111", "138****1111"],
  ["电话13800001111转2", "电话138****1111转2"],
  ["513338199101069980", "513***********9980"],
  ["51333819910106998x", "513***********998x"],
  ["12345678901", "12345678901"],
  ["201808221234567890123", "201808221234567890123"],
])("R91: of %s the reader of the audit sees %s", (written, shown) => {
  expect(maskNumbers(written)).toBe(shown);
});
