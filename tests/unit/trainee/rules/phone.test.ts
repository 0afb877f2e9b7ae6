import { expect, test } from "vitest";
import { isReachable, readPhone } from "@/lib/trainee/rules/phone";

test("R11: a mobile number has eleven digits and begins with 13 to 19", () => {
  expect(["14200000001", "１３８００００００００", "138-0000 0000", "+86 13800000000"].map(readPhone)).toEqual([
    "14200000001",
    "13800000000",
    "13800000000",
    "13800000000",
  ]);
  expect(
    ["12800000000", "1380000000", "138000000000", "0836-5922000", "", "1380000000a"].map(readPhone).filter(Boolean),
  ).toEqual([]);
});

test("R11: without a telephone a village contact is needed", () => {
  expect(isReachable({ phone: "13800000000" })).toBe(true);
  expect(isReachable({ phone: null, villageContact: "村主任" })).toBe(true);
  expect(isReachable({ phone: "", villageContact: "" })).toBe(false);
});
