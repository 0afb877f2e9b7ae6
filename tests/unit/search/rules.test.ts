import fc from "fast-check";
import { expect, test } from "vitest";
import { plainPaper } from "@/lib/fund/rules/search";
import { dayMeant, isNamed, monthMeant } from "@/lib/search/rules";
import { searchQuery } from "@/lib/search/schema";
import { isReadAs } from "@/lib/trainee/rules/reads-as";
import { searchKeys } from "@/lib/trainee/rules/search-keys";
import { addressOf } from "@/lib/trainee/search/rules";
import { day } from "@/lib/value/calendar";

const today = day("2018-08-22");

test.each(["扎格", "格村", "zhage", "zgc", "gecun", "ZGC", "zha ge"])("U06: 扎格村 is found by %s", (q) => {
  expect(isNamed(q, ["扎格村"])).toBe(true);
});

test.each(["格扎", "hage", "zc", "cunzhage"])("U06: 扎格村 is not found by %s", (q) => {
  expect(isNamed(q, ["扎格村", null])).toBe(false);
});

test("U06: any name is read as the name of a person is", () => {
  const names = ["单增", "扎格村", "女湾", "重庆长乐", "MGM创业"];
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from("abcdeghilnoqsuvwxyz")),
    minLength: 1,
    maxLength: 4,
  });
  const ofNames = names
    .flatMap((name) => searchKeys({ name, idNumber: "" }, () => ""))
    .filter((key) => /^[a-z]+$/.test(key));

  fc.assert(
    fc.property(fc.constantFrom(...names), fc.oneof(letters, fc.constantFrom(...ofNames)), (name, q) => {
      const keys = searchKeys({ name, idNumber: "" }, () => "");

      expect(isReadAs(name, q)).toBe(keys.some((key) => key.startsWith(q)));
    }),
    { numRuns: 2_000 },
  );
});

test("U06: a code is found by what stands in it, in either case", () => {
  expect(isNamed("p18-0", ["P18-03", "县医院CT机购置"])).toBe(true);
  expect(isNamed("ct机", ["P18-03", "县医院CT机购置"])).toBe(true);
});

test.each([
  ["2018-08-22", "2018-08-22"],
  ["2018/8/2", "2018-08-02"],
  ["2018年8月2日", "2018-08-02"],
  ["8月22号", "2018-08-22"],
  ["2018-02-30", undefined],
  ["2018-08", undefined],
  ["美容", undefined],
])("U06: %s is the day %s", (typed, meant) => {
  expect(dayMeant(typed, today)).toBe(meant);
});

test.each([
  ["2018-08", "2018-08"],
  ["2018/8", "2018-08"],
  ["2017年12月", "2017-12"],
  ["8月", "2018-08"],
  ["8", undefined],
  ["2018-13", undefined],
  ["2018-09", undefined],
  ["1999-12", undefined],
])("U06: %s is the month %s", (typed, meant) => {
  expect(monthMeant(typed, today)).toBe(meant);
});

test.each(["青援拨〔2018〕27号（示意）", "青援拨[2018]27号(示意)", "青援拨 2018-27号 示意"])(
  "R69: %s is one document number",
  (typed) => {
    expect(plainPaper(typed)).toBe("青援拨201827号示意");
  },
);

test("an address nobody made is read as well as it can be", () => {
  expect(searchQuery.parse({ q: " Ｐ１８ ", in: "everything", person: "x", number: "13812345678" })).toEqual({
    q: "P18",
  });
  expect(searchQuery.parse({ q: "长".repeat(61) })).toEqual({ q: "" });
});

test("R95: of a number typed into the box no digit stands in the address", () => {
  expect(addressOf("/search", { q: "138 1234 5678" }, { found: [] })).toBe("/search?number=none");
  expect(addressOf("/search", { q: "138 1234 5678" }, { found: ["a", "b"] })).toBe("/search?person=a.b");
  expect(addressOf("/search", { q: "138 1234 5678" }, "nowhere")).toBe("/search?number=nowhere");
});
