import { expect, test } from "vitest";
import { hasOneSignIn, localPath, minutesUntil } from "@/lib/account/sign-in/rules";

test.each(["/", "/cohorts", "/cohorts?q=%E6%8B%89&page=2", "/trainees/0198-aa/history"])(
  "after signing in one comes back to %s",
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

test.each([
  undefined,
  "",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "/%2F..//evil.example\n",
  "/\tevil",
  "/..//evil.example",
  "/sign-in?from=/sign-in",
  "cohorts",
])("never to %j", (wanted) => {
  expect(localPath(wanted)).toBe("/");
});

test("R100: only who administers has a single sign-in", () => {
  expect(["SYS_ADMIN", "SEC_ADMIN", "AUDITOR"].map((role) => hasOneSignIn(role as "AUDITOR"))).toEqual([
    true,
    true,
    true,
  ]);
  expect(hasOneSignIn("BASE_STAFF")).toBe(false);
});

test("the minutes to wait are whole and at least one", () => {
  const now = new Date("2018-08-22T00:00:00Z");

  expect(minutesUntil(new Date("2018-08-22T00:29:01Z"), now)).toBe(30);
  expect(minutesUntil(now, now)).toBe(1);
});
